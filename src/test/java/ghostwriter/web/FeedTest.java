package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Role;
import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.FeedViewer;
import ghostwriter.testing.FeedViewer.Frame;
import ghostwriter.testing.RunningServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The feed as a browser hears it.
@Timeout(30)
class FeedTest {
  private final RunningServer server = RunningServer.shared();
  private final Book book = Book.on(server);
  private final Caller operator = server.operator();

  @Test
  void aStreamBeginsWithWhereTheFeedStands() {
    try (FeedViewer viewer = view(operator)) {
      Frame hello = viewer.next();

      assertThat(hello.event()).isEqualTo("hello");
      assertThat(hello.id()).isEmpty();
      assertThat(hello.data().path("seq").asLong()).isEqualTo(last());
    }
  }

  @Test
  void newsComesWithoutAskingAgain() {
    try (FeedViewer viewer = view(server.browserOf(Role.REVIEWER, book.id()))) {
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
      try (FeedViewer viewer = view(operator.with("Last-Event-ID", Long.toString(seen)))) {
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

    try (FeedViewer viewer = FeedViewer.of(operator, book.path() + "/feed?after=0")) {
      viewer.next();
      assertThat(viewer.next().id()).isEqualTo("1");
    }
  }

  @Test
  void theStreamOfADeletedProjectEnds() {
    try (FeedViewer viewer = view(operator)) {
      viewer.next();

      operator.delete(book.path());

      assertThat(viewer.endsHere()).isTrue();
    }
  }

  @Test
  void theStreamOfWhoHasSignedOutTellsNothingMore() {
    Caller browser = server.browserOf(Role.REVIEWER, book.id());
    try (FeedViewer viewer = view(browser)) {
      viewer.next();

      browser.post("/api/sign-out", "");
      write("Not for everybody.");

      assertThat(viewer.endsHere()).isTrue();
    }
  }

  @Test
  void anOpenStreamDoesNotHoldUpTheEndOfTheServer() {
    RunningServer own = RunningServer.start();
    try (FeedViewer viewer = FeedViewer.of(own.operator(), Book.on(own).path() + "/feed")) {
      viewer.next();
      long start = System.nanoTime();

      own.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(viewer.endsHere()).isTrue();
    }
  }

  private FeedViewer view(Caller caller) {
    return FeedViewer.of(caller, book.path() + "/feed");
  }

  private long last() {
    try (FeedViewer viewer = view(operator)) {
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
