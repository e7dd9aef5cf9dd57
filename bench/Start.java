import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long a warm `./ghostwriter up` takes to its first page. The first run fills the data folder and is not counted.
final class Start {
  private static final int RUNS = 5;
  private static final Duration LIMIT = Duration.ofSeconds(6);

  public static void main(String[] arguments) throws Exception {
    Path project = Path.of(arguments[0]).toRealPath();
    List<Long> millis = new ArrayList<>();
    try (var scratch = Scratch.make()) {
      once(project, scratch.folder());
      for (int run = 0; run < RUNS; run++) {
        millis.add(once(project, scratch.folder()));
      }
    }
    Collections.sort(millis);
    System.out.printf(
        "start: warm ./ghostwriter up to first page, %d runs: min %d ms, median %d ms, max %d ms (limit %d ms): %s%n",
        RUNS,
        millis.getFirst(),
        millis.get(RUNS / 2),
        millis.getLast(),
        LIMIT.toMillis(),
        millis.getLast() <= LIMIT.toMillis() ? "met" : "MISSED");
  }

  private static long once(Path project, Path data) throws Exception {
    long began = System.nanoTime();
    Process server =
        new ProcessBuilder(
                project.resolve("ghostwriter").toString(), "up", "--port", "0", "--data", data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(new File("/dev/null"))
            .start();
    try {
      awaitFirstPage(data.resolve("server.json"), server);
      return Duration.ofNanos(System.nanoTime() - began).toMillis();
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static void awaitFirstPage(Path note, Process server) throws Exception {
    while (!Files.exists(note)) {
      if (!server.isAlive()) {
        throw new IllegalStateException("the server ended with " + server.exitValue());
      }
      Thread.sleep(5);
    }
    String address = Files.readString(note).replaceAll("(?s).*\"address\": *\"([^\"]+)\".*", "$1");
    var page = HttpRequest.newBuilder(URI.create(address + "/")).build();
    int status = HttpClient.newHttpClient().send(page, BodyHandlers.ofString()).statusCode();
    if (status != 200) {
      throw new IllegalStateException("the first page answered " + status);
    }
  }
}
