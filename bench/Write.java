import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Time and memory of `./ghostwriter write FILE` with no server running: the first run fills the data folder and is not
/// counted. Memory is the proportional set size of the whole process tree, PostgreSQL included, sampled every 50 ms
/// (Linux only).
final class Write {
  private static final int RUNS = 3;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);
  private static final long MEMORY_LIMIT_MIB = 1229;

  private record Run(long millis, long mebibytes) {}

  public static void main(String[] arguments) throws Exception {
    Path project = Path.of(arguments[0]).toRealPath();
    Path file = Path.of(arguments[1]).toAbsolutePath();
    List<Long> millis = new ArrayList<>();
    long peak = 0;
    try (var scratch = Scratch.make()) {
      once(project, file, scratch.folder());
      for (int run = 0; run < RUNS; run++) {
        Run measured = once(project, file, scratch.folder());
        millis.add(measured.millis);
        peak = Math.max(peak, measured.mebibytes);
      }
    }
    Collections.sort(millis);
    boolean met = millis.getLast() <= TIME_LIMIT.toMillis() && peak <= MEMORY_LIMIT_MIB;
    System.out.printf(
        "write: %s, %d runs: min %d ms, median %d ms, max %d ms (limit %d ms); peak %d MiB of the process tree (limit %d MiB): %s%n",
        file.getFileName(),
        RUNS,
        millis.getFirst(),
        millis.get(RUNS / 2),
        millis.getLast(),
        TIME_LIMIT.toMillis(),
        peak,
        MEMORY_LIMIT_MIB,
        met ? "met" : "MISSED");
  }

  private static Run once(Path project, Path file, Path data) throws Exception {
    long began = System.nanoTime();
    Process write =
        new ProcessBuilder(
                project.resolve("ghostwriter").toString(),
                "write",
                file.toString(),
                "--data",
                data.toString(),
                "-o",
                data.resolve("out.md").toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("write.log").toFile())
            .start();
    long peak = 0;
    while (write.isAlive()) {
      peak = Math.max(peak, kibibytes(write.toHandle(), data) / 1024);
      Thread.sleep(50);
    }
    if (write.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(data.resolve("write.log")));
    }
    return new Run(Duration.ofNanos(System.nanoTime() - began).toMillis(), peak);
  }

  /// The command's own processes and the cluster's, which has a session of its own and is known by its folder.
  private static long kibibytes(ProcessHandle root, Path data) {
    Stream<ProcessHandle> own = Stream.concat(Stream.of(root), root.descendants());
    Stream<ProcessHandle> cluster =
        ProcessHandle.allProcesses()
            .filter(process -> commandLine(process.pid()).contains(data.toString() + "/postgresql"))
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()));
    return Stream.concat(own, cluster).map(ProcessHandle::pid).distinct().mapToLong(Write::pss).sum();
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  private static long pss(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | java.io.UncheckedIOException gone) {
      return 0;
    }
  }
}
