package ghostwriter.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.feed.Hints.Hint;
import ghostwriter.feed.Hints.Topic;
import ghostwriter.feed.ProjectEvent.TodosChanged;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ProjectId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two nodes on one database, each with its own hints and its own line.
class HintLineTest {
  private final TestHouse here = new TestHouse(new SteppingClock());
  private final TestHouse there = new TestHouse(new SteppingClock(), here.access);
  private final HintLine lineHere = new HintLine(here.database, here.hints);
  private final HintLine lineThere = new HintLine(there.database, there.hints);
  private final BlockingQueue<Hint> heard = new LinkedBlockingQueue<>();
  private ProjectId project;

  @BeforeEach
  void bothListen() throws Exception {
    project = here.project("memoir").id();
    here.hints.listen(Topic.FEED, heard::add);
    lineThere.start();
    lineHere.start();
    assertThat(next().subject()).as("all is rung when a line opens").isNull();
  }

  @AfterEach
  void close() {
    lineHere.stop();
    lineThere.stop();
    there.close();
    here.close();
  }

  @Test
  void aPostOnOneNodeWakesAWatchOnTheOther() throws Exception {
    try (var watch = here.feed.watch(project)) {
      long before = here.feed.last(project);
      there.doInTransaction(() -> there.feed.post(project, new TodosChanged()));

      long start = System.nanoTime();
      watch.await(Duration.ofSeconds(20));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(here.feed.after(project, before, 10)).hasSize(1);
    }
  }

  @Test
  void everyProjectIsNamedHoweverManyHintsAreSentAtOnce() throws Exception {
    for (int i = 0; i < 400; i++) {
      there.hints.send(hint(i));
    }

    for (int i = 0; i < 400; i++) {
      assertThat(next()).isEqualTo(hint(i));
    }
  }

  @Test
  void aNodeDoesNotHearItselfTwice() throws Exception {
    here.hints.send(hint(1));
    there.hints.send(hint(2));

    assertThat(next()).isEqualTo(hint(1));
    assertThat(next()).isEqualTo(hint(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "f", "fnonsense", "x01a1fba5-cfdb-79ea-9668-6b24c87692b2"})
  void whatOthersSayOnTheChannelIsPassedOver(String payload) throws Exception {
    there
        .sql
        .sql("select pg_notify('ghostwriter', :payload)")
        .param("payload", payload)
        .query()
        .listOfRows();
    there.hints.send(hint(1));

    assertThat(next()).isEqualTo(hint(1));
  }

  @Test
  void aLineThatIsCutOpensAgainAndRingsAll() throws Exception {
    here.sql
        .sql(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and query like 'listen %'
            """)
        .query()
        .listOfRows();

    assertThat(next().subject()).isNull();
    there.hints.send(hint(1));
    assertThat(next().subject()).isIn(hint(1).subject(), null);
  }

  @Test
  void aWatchEndsItsWaitThoughItsHintIsLost() throws Exception {
    lineThere.stop();
    try (var watch = here.feed.watch(project)) {
      long before = here.feed.last(project);
      there.doInTransaction(() -> there.feed.post(project, new TodosChanged()));

      watch.await(Duration.ofMillis(50));
      assertThat(here.feed.after(project, before, 10)).hasSize(1);
    }
  }

  @Test
  void aWatchSleepsOnThroughTheNewsOfOtherProjects() throws Exception {
    try (var watch = here.feed.watch(project)) {
      here.hints.send(hint(1));
      long start = System.nanoTime();
      watch.await(Duration.ofMillis(60));

      assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(50).toNanos());
    }
  }

  private static Hint hint(int number) {
    return new Hint(Topic.FEED, new UUID(0, number));
  }

  private Hint next() throws InterruptedException {
    Hint hint = heard.poll(20, TimeUnit.SECONDS);
    assertThat(hint).isNotNull();
    return hint;
  }
}
