package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.feed.Hints;
import ghostwriter.testing.SteppingClock;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

/// What queues on PostgreSQL have been known to get wrong, as far as no other test is about it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PitfallsTest {
  private static final Duration TOO_LATE = QueueRules.LEASE.plusMillis(1);

  private final Desk desk = new Desk();
  private ProjectId project;

  @BeforeEach
  void aFreshProject() {
    desk.clear();
    project = desk.project();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void howeverOftenADeadWorkerFinishesLateNoSecondJobOfItsProjectRuns() {
    ask(project);
    var zombies = desk.claim();
    desk.clock.advance(TOO_LATE);
    desk.rescue(project);
    desk.queue.beat(Desk.BOB);
    desk.claim(Desk.BOB, 1);
    desk.ask(project, Urgency.HIGH, "the storm");

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> desk.finish(zombies)).isInstanceOf(LeaseLost.class);
      assertThat(desk.claim(Desk.BOB, 10)).isEmpty();
    }
  }

  @Test
  void aJobIsNotTakenFromAWorkerThatBeatsHoweverLongItRuns() {
    ask(project);
    var job = desk.claim();
    for (int beat = 0; beat < 3_600 / QueueRules.LEASE.toSeconds(); beat++) {
      desk.clock.advance(QueueRules.LEASE);
      desk.queue.beat(Desk.ALICE);
      assertThat(desk.queue.lost(10)).isEmpty();
    }

    desk.finish(job);
    assertThat(desk.record(project, job.id()).durationMs()).contains(3_600_000L);
  }

  @Test
  void whatWaitsBehindADeadWorkersJobIsDraftedWithIt() {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    desk.claim();
    desk.ask(project, Urgency.HIGH, "the storm", "item_2");
    desk.clock.advance(TOO_LATE);
    desk.rescue(project);
    desk.queue.beat(Desk.BOB);

    var again = desk.claim(Desk.BOB, 10);
    assertThat(again).hasSize(1);
    assertThat(again.getFirst().messagePointers())
        .containsExactly(Desk.item("item_1"), Desk.item("item_2"));
  }

  @Test
  void aClaimPassesOverWhatSomebodyElseHoldsAndTakesItAtOnceAfterwards() throws SQLException {
    var free = desk.project();
    ask(project);
    ask(free);
    try (Connection somebody = holding("draft_slot")) {
      assertThat(desk.claim(Desk.ALICE, 10)).extracting(DraftJob::project).containsExactly(free);
      somebody.rollback();
    }

    assertThat(desk.claim(Desk.ALICE, 10)).extracting(DraftJob::project).containsExactly(project);
  }

  @Test
  @Timeout(20)
  void nothingInOneProjectWaitsForAnother() throws SQLException {
    ask(project);
    var other = desk.project();
    try (Connection somebody = holding("draft_slot", "draft_job", "feed_head")) {
      ask(other);
      desk.fail(desk.claim());
      desk.clock.advance(Duration.ofSeconds(5));
      desk.release(desk.claim());
      desk.finish(desk.claim());
      somebody.rollback();
    }

    assertThat(desk.queue.jobs(other, 10))
        .extracting(JobRecord::status)
        .containsExactly(JobStatus.COMPLETE);
  }

  @Test
  void aRequestAndAnAnswerThatAreWrittenAtOnceBothStay() throws Exception {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    var job = desk.claim();
    try (var threads = Executors.newSingleThreadExecutor()) {
      var answer =
          desk.house.inTransaction(() -> {
            desk.ask(project, Urgency.HIGH, "the harbour", "item_2");
            var keeping = threads.submit(() -> desk.queue.keepAnswer(job, "{\"n\": 1}", "{}"));
            untilSomebodyWaits();
            return keeping;
          });
      answer.get(20, TimeUnit.SECONDS);
    }
    desk.fail(job);
    desk.clock.advance(Duration.ofSeconds(5));

    var again = desk.claim();
    assertThat(again.answer()).contains("{\"n\": 1}");
    desk.finish(again);
    assertThat(desk.claim().messagePointers()).containsExactly(Desk.item("item_2"));
  }

  @Test
  void aWorkerWhoseClockIsHoursWrongBeatsByTheDatabasesClock() {
    var time = new DatabaseTime(desk.house.sql, new SteppingClock());
    time.measure();

    Instant databases =
        desk.house
            .sql
            .sql("select clock_timestamp()")
            .query(OffsetDateTime.class)
            .single()
            .toInstant();
    assertThat(Duration.between(time.instant(), databases).abs()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void noTransactionOfTheQueueNotifiesAnybody() throws SQLException {
    try (Connection line = desk.house.database.getConnection();
        var listen = line.createStatement()) {
      listen.execute("listen ghostwriter");
      ask(project);
      desk.fail(desk.claim());
      desk.clock.advance(Duration.ofSeconds(5));
      desk.finish(desk.claim());

      assertThat(line.unwrap(PGConnection.class).getNotifications(200)).isNullOrEmpty();
      listen.execute("unlisten *");
    }
  }

  @Test
  void aHintGoesOutAfterTheCommitAndNotAtAllWhereItIsRolledBack() {
    List<Hints.Hint> heard = new ArrayList<>();
    try (var _ = desk.house.hints.listen(Hints.Topic.DRAFTS, heard::add)) {
      assertThatThrownBy(() ->
              desk.house.doInTransaction(() -> {
                ask(project);
                throw new IllegalStateException();
              }))
          .isInstanceOf(IllegalStateException.class);
      desk.house.doInTransaction(() -> {
        ask(project);
        assertThat(heard).isEmpty();
      });
    }

    assertThat(heard).containsExactly(Hints.Hint.drafts(project));
  }

  @Test
  void theHotTableIsSweptByRulesOfItsOwnAndDoesNotGrow() {
    churn();
    long before = pages();
    churn();

    assertThat(pages()).isLessThanOrEqualTo(before);
    assertThat(
            desk.house
                .sql
                .sql(
                    "select array_to_string(reloptions, ' ') from pg_class where relname = 'draft_slot'")
                .query(String.class)
                .single())
        .contains("autovacuum_vacuum_threshold=1000", "autovacuum_vacuum_scale_factor=0");
  }

  private void churn() {
    for (int i = 0; i < 100; i++) {
      ask(project);
      desk.finish(desk.claim());
      desk.clock.advance(QueueRules.REPEAT.plusSeconds(1));
      desk.queue.beat(Desk.ALICE);
    }
    desk.house.sql.sql("vacuum draft_slot").update();
  }

  /// Of the slots and their indexes.
  private long pages() {
    return desk.house
        .sql
        .sql("select pg_total_relation_size('draft_slot')")
        .query(Long.class)
        .single();
  }

  private void ask(ProjectId whose) {
    desk.ask(whose, Urgency.HIGH, "the harbour");
  }

  /// A transaction that holds a project's rows of these tables until it is rolled back.
  private Connection holding(String... tables) throws SQLException {
    Connection connection = desk.house.database.getConnection();
    connection.setAutoCommit(false);
    for (String table : tables) {
      try (var lock =
          connection.prepareStatement(
              "select 1 from " + table + " where project_id = ? for update")) {
        lock.setObject(1, project.value());
        assertThat(lock.executeQuery().next()).isTrue();
      }
    }
    return connection;
  }

  private void untilSomebodyWaits() {
    Instant deadline = Instant.now().plusSeconds(20);
    while (waiting() == 0) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private int waiting() {
    return desk.house
        .sql
        .sql("select count(*) from pg_locks where not granted")
        .query(Integer.class)
        .single();
  }
}
