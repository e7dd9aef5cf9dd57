package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.Caller.Answer;
import ghostwriter.testing.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole server, with a language model set that nobody gets to ask.
class ReadAheadTest {
  private static final Path TALK = Path.of("samples", "lighthouse-keeper.txt");
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final Map<String, String> HOSTED =
      Map.of(
          "GHOSTWRITER_DRAFTER_URL", "http://127.0.0.1:9/v1",
          "GHOSTWRITER_DRAFTER_MODEL", "nobody");

  @Test
  void aTalkIsReadForItsMeaningThoughNoDraftIsMade() throws IOException {
    try (var server = RunningServer.start(HOSTED)) {
      server.bean(WorkerLoop.class).stop();
      String query = "fileName=keeper.txt&kind=memoir&client=Alasdair+Rennie&title=The+light";

      Answer added = server.operator().post("/api/recordings?" + query, Files.readAllBytes(TALK));

      assertThat(added.status()).isEqualTo(201);
      long end = System.nanoTime() + SOON.toNanos();
      while (passages(server) < 5 && System.nanoTime() < end) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
      assertThat(passages(server)).isGreaterThanOrEqualTo(5);
    }
  }

  private static long passages(RunningServer server) {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from passage_meaning")
        .query(Long.class)
        .single();
  }
}
