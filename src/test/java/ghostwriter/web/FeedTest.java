package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Role;
import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The feed as a browser hears it.
@Timeout(30)
class FeedTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunningServer server = RunningServer.shared();
  private final Book book = Book.on(server);
  private final Caller operator = server.operator();

  /// One server-sent event; `id` is empty where it has none.
  private record Frame(String id, String event, JsonNode data) {}

  private record Viewer(BufferedReader lines) implements AutoCloseable {
    static Viewer of(Caller caller, String path) {
      HttpResponse<InputStream> answer = caller.open(path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type").orElse(""))
          .startsWith("text/event-stream");
      return new Viewer(
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    }

    /// The next event, heartbeats passed over.
    Frame next() {
      String id = "";
      String event = "";
      for (String line = line(); line != null; line = line()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          return new Frame(id, event, JSON.readTree(line.substring(6)));
        }
      }
      throw new AssertionError("the stream has ended");
    }

    boolean hasEnded() {
      for (String line = line(); line != null; line = line()) {
        assertThat(line).doesNotStartWith("data:");
      }
      return true;
    }

    private @Nullable String line() {
      try {
        return lines.readLine();
      } catch (IOException cutOff) {
        return null;
      }
    }

    @Override
    public void close() {
      try {
        lines.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void aStreamBeginsWithWhereTheFeedStands() {
    try (Viewer viewer = view(operator)) {
      Frame hello = viewer.next();

      assertThat(hello.event()).isEqualTo("hello");
      assertThat(hello.id()).isEmpty();
      assertThat(hello.data().path("seq").asLong()).isEqualTo(last());
    }
  }

  @Test
  void newsComesWithoutAskingAgain() {
    try (Viewer viewer = view(server.browserOf(Role.REVIEWER, book.id()))) {
      long before = viewer.next().data().path("seq").asLong();

      write("Something new.");

      Frame news = viewer.next();
      assertThat(news.event()).isEqualTo("documentChanged");
      assertThat(news.id()).isEqualTo(Long.toString(before + 1));
      assertThat(news.data().path("kind").asString()).isEqualTo("documentChanged");
      assertThat(news.data().path("version").asInt()).isEqualTo(book.version() + 1);
      assertThat(news.data().path("origin").asString()).isEqualTo("human");
    }
  }

  @Test
  void whoComesBackMissesNothingOfWhatWasWrittenMeanwhile() {
    long start = last();
    List<Long> heard = new ArrayList<>();
    var writing =
        CompletableFuture.runAsync(() -> IntStream.range(0, 40).forEach(n -> write("No. " + n)));

    // A bad line: it breaks after every third event.
    while (heard.size() < 40) {
      long seen = heard.isEmpty() ? start : heard.getLast();
      try (Viewer viewer = view(operator.with("Last-Event-ID", Long.toString(seen)))) {
        viewer.next();
        for (int n = 0; n < 3 && heard.size() < 40; n++) {
          heard.add(Long.valueOf(viewer.next().id()));
        }
      }
    }

    writing.join();
    assertThat(heard).isEqualTo(LongStream.rangeClosed(start + 1, start + 40).boxed().toList());
  }

  @Test
  void aViewerMayAskForAllThatHappened() {
    write("Something new.");

    try (Viewer viewer = Viewer.of(operator, book.path() + "/feed?after=0")) {
      viewer.next();
      assertThat(viewer.next().id()).isEqualTo("1");
    }
  }

  @Test
  void theStreamOfADeletedProjectEnds() {
    try (Viewer viewer = view(operator)) {
      viewer.next();

      operator.delete(book.path());

      assertThat(viewer.hasEnded()).isTrue();
    }
  }

  @Test
  void theStreamOfWhoHasSignedOutTellsNothingMore() {
    Caller browser = server.browserOf(Role.REVIEWER, book.id());
    try (Viewer viewer = view(browser)) {
      viewer.next();

      browser.post("/api/sign-out", "");
      write("Not for everybody.");

      assertThat(viewer.hasEnded()).isTrue();
    }
  }

  @Test
  void anOpenStreamDoesNotHoldUpTheEndOfTheServer() {
    RunningServer own = RunningServer.start();
    try (Viewer viewer = Viewer.of(own.operator(), Book.on(own).path() + "/feed")) {
      viewer.next();
      long start = System.nanoTime();

      own.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(viewer.hasEnded()).isTrue();
    }
  }

  private Viewer view(Caller caller) {
    return Viewer.of(caller, book.path() + "/feed");
  }

  private long last() {
    try (Viewer viewer = view(operator)) {
      return viewer.next().data().path("seq").asLong();
    }
  }

  private void write(String text) {
    int version = operator.get(book.path() + "/document").json().path("version").asInt();
    var answer =
        operator
            .with("If-Match", "\"" + version + "\"")
            .post(
                book.path() + "/document/edits",
                """
                {"edits": [{"type": "replace", "blockId": "%s", "markdown": "%s"}]}
                """
                    .formatted(book.block(), text));
    assertThat(answer.status()).isEqualTo(200);
  }
}
