package ghostwriter.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs one program to its end. Its input is empty and its output goes to a file, never to our own
/// streams: a database process that outlives us must not hold a reader's pipe open. It sees nothing
/// of our environment, which may hold keys.
record Command(Path folder, Duration patience) {
  /// What came of it; `output` is what the program wrote, both streams, UTF-8.
  record Outcome(int status, String output) {
    boolean succeeded() {
      return status == 0;
    }
  }

  /// @throws IOException where the program does not exist, or ran longer than `patience`
  Outcome run(List<String> prefix, String... command) throws IOException {
    var whole = new ArrayList<>(prefix);
    whole.addAll(List.of(command));
    var output = Files.createTempFile("ghostwriter", ".out");
    // An interrupt ends the process without coming back here.
    output.toFile().deleteOnExit();
    try {
      return new Outcome(finish(start(whole, output)), read(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private Process start(List<String> command, Path output) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(output.toFile());
    var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
    var environment = builder.environment();
    environment.clear();
    environment.put("PATH", path);
    // On macOS the postmaster refuses to run without a locale; messages stay in English.
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    return builder.start();
  }

  private int finish(Process process) throws IOException {
    try {
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      throw new IOException("no end after " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
  }
}
