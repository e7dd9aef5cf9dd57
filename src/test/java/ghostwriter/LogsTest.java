package ghostwriter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.FeedViewer;
import ghostwriter.testing.Log;
import ghostwriter.testing.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The client's words are guests: whatever happens to them, they are never written into a log.
class LogsTest {
  private static final String SECRET = "Zwickelfritz";
  private static final Path LOGS_OF_POSTGRESQL = Path.of("target", "test-house", "cluster", "log");

  private final RunningServer server = RunningServer.shared();
  private final Caller operator = server.operator();
  private final Log log = Log.ofAll();

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  void whatWasSaidReachesNoLogOnItsWayToADocument() {
    String talk =
        "Rosa " + SECRET + ": My name is " + SECRET + ", and I was born in Bergen in 1951.";

    String query = "?fileName=" + SECRET + ".txt&kind=memoir&title=" + SECRET;
    String project =
        operator
            .post("/api/recordings" + query, talk.getBytes(UTF_8))
            .json()
            .path("projectId")
            .asString();
    try (var feed = FeedViewer.of(operator, "/api/projects/" + project + "/feed?after=0")) {
      feed.next("draftProgress");
    }

    assertThat(operator.get("/api/projects/" + project + "/transcript").text()).contains(SECRET);
    assertNothingWasTold();
  }

  @Test
  void whatIsRefusedIsNotRepeated() {
    Book book = Book.on(server);
    for (String body :
        List.of(
            "{\"" + SECRET + "\": 1}",
            "{\"edits\": \"" + SECRET + "\"}",
            SECRET,
            "{\"edits\": [{\"type\": \"" + SECRET + "\"}]}",
            "{\"edits\": [{\"type\": \"insert\", \"markdown\": \"" + SECRET + "\\u0000\"}]}")) {
      operator.with("If-Match", "\"2\"").post(book.path() + "/document/edits", body);
    }
    operator.post("/api/recordings?fileName=a.txt&kind=" + SECRET, SECRET.getBytes(UTF_8));
    operator.get("/api/" + SECRET);
    operator.get(book.path() + "/transcript?after=" + SECRET);

    assertNothingWasTold();
  }

  @Test
  void aRowThatTheDatabaseRefusesIsNotQuotedInTheError() {
    Book book = Book.on(server);

    Throwable refusal =
        catchThrowable(() ->
            server
                .bean(JdbcClient.class)
                .sql("update project set kind = null, title = :title where id = :id")
                .param("title", SECRET)
                .param("id", book.id().value())
                .update());

    assertThat(refusal)
        .hasRootCauseMessage(
            "ERROR: null value in column \"kind\" of relation \"project\" violates not-null constraint");
    assertNothingWasTold();
  }

  private void assertNothingWasTold() {
    assertThat(log.lines()).noneMatch(LogsTest::tells);
    assertThat(linesOfPostgresql()).noneMatch(LogsTest::tells);
  }

  private static boolean tells(String line) {
    return line.contains(SECRET);
  }

  private static List<String> linesOfPostgresql() {
    try (Stream<Path> files = Files.list(LOGS_OF_POSTGRESQL)) {
      return files.flatMap(LogsTest::lines).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theLogIsListenedToAtAll() {
    LoggerFactory.getLogger(LogsTest.class).warn("Something " + SECRET + " happened.");

    assertThat(log.lines()).singleElement().asString().startsWith("WARN").contains(SECRET);
    assertThat(linesOfPostgresql()).isNotEmpty();
  }
}
