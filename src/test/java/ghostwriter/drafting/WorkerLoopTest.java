package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.feed.Hints.Hint;
import ghostwriter.queue.DatabaseTime;
import ghostwriter.queue.JobRecord;
import ghostwriter.queue.JobStatus;
import ghostwriter.queue.WorkerId;
import ghostwriter.settings.Settings;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The loop as it runs in the server, with its own threads on the real clock.
class WorkerLoopTest {
  private final Workbench bench = new Workbench(InstantSource.system());
  private final WorkerLoop loop = loop();
  private ProjectId project;

  @BeforeEach
  void aProjectWithSomethingToDraft() {
    project = bench.house.project("memoir").id();
    bench.house.said(project, "We left by boat.");
  }

  @AfterEach
  void close() {
    if (loop.isRunning()) {
      loop.stop();
    }
    bench.close();
  }

  @Test
  void aHintStartsAJobAtOnce() throws Exception {
    loop.start();
    JobId job = bench.ask(project, "the harbour");

    JobRecord done = until(job, record -> record.status() == JobStatus.COMPLETE);
    assertThat(Duration.between(done.createdAt(), done.startedAt().orElseThrow()))
        .isLessThan(Duration.ofMillis(900));
  }

  @Test
  void aJobThatNoHintToldOfIsFoundByLooking() throws Exception {
    JobId job = bench.ask(project, "the harbour");
    loop.start();

    until(job, record -> record.status() == JobStatus.COMPLETE);
  }

  @Test
  void whatTheDeadHeldIsTakenOverThoughHintsKeepComing() throws Exception {
    JobId job = bench.ask(project, "the harbour");
    bench.drafts.claim(new WorkerId(UUID.randomUUID()), 1);
    loop.start();

    JobRecord done =
        until(
            job,
            record -> {
              bench.house.hints.send(Hint.drafts(project));
              return record.status() == JobStatus.COMPLETE;
            });
    assertThat(done.attempts()).isEqualTo(2);
  }

  @Test
  void aJobIsHandedBackAtNoCostWhenTheServerStops() throws Exception {
    var thinking = new CountDownLatch(1);
    bench.model.then(_ -> {
      thinking.countDown();
      return forever();
    });
    loop.start();
    JobId job = bench.ask(project, "the harbour");
    assertThat(thinking.await(10, TimeUnit.SECONDS)).isTrue();
    loop.stop();

    JobRecord waiting = bench.record(project, job);
    assertThat(waiting.status()).isEqualTo(JobStatus.QUEUED);
    assertThat(waiting.attempts()).isZero();
    bench.runAll();
    assertThat(bench.texts(project)).containsExactly("We left by boat.");
  }

  @Test
  void aJobThatIsCancelledIsStoppedWhereItRuns() throws Exception {
    var stopped = new CountDownLatch(1);
    JobId job = startsThinking(stopped);
    UUID name = workers().getLast();

    bench.house.doInTransaction(() -> bench.house.care.cancel(job));

    assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    JobId next = bench.ask(project, "the storm");
    until(next, record -> record.status() == JobStatus.COMPLETE);
    assertThat(bench.record(project, job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(workers()).contains(name);
    assertThat(bench.texts(project)).containsExactly("We left by boat.");
  }

  @Test
  void aJobThatIsCancelledUnheardIsStoppedSoon() throws Exception {
    var stopped = new CountDownLatch(1);
    JobId job = startsThinking(stopped);
    try (var elsewhere = new TestHouse(InstantSource.system(), bench.house.access)) {
      elsewhere.doInTransaction(() -> elsewhere.care.cancel(job));
    }

    assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(bench.record(project, job).status()).isEqualTo(JobStatus.CANCELLED);
  }

  private JobId startsThinking(CountDownLatch stopped) throws InterruptedException {
    var thinking = new CountDownLatch(1);
    bench.model.then(_ -> {
      thinking.countDown();
      try {
        return forever();
      } finally {
        stopped.countDown();
      }
    });
    loop.start();
    JobId job = bench.ask(project, "the harbour");
    assertThat(thinking.await(10, TimeUnit.SECONDS)).isTrue();
    return job;
  }

  @Test
  void aWorkerThatStartsAgainGoesOnUnderANewName() throws Exception {
    loop.start();
    UUID first = workers().getLast();
    loop.stop();
    loop.start();
    JobId job = bench.ask(project, "the harbour");

    until(job, record -> record.status() == JobStatus.COMPLETE);
    assertThat(workers()).hasSize(2).doesNotContain(first);
  }

  @Test
  void aJobWhoseEndCouldNotBeRecordedIsRunAgain() throws Exception {
    bench.model.then(_ -> {
      noFailureCanBeRecorded(true);
      throw new IllegalStateException();
    });
    loop.start();
    UUID first = workers().getLast();
    JobId job = bench.ask(project, "the harbour");
    until(job, _ -> !workers().contains(first));
    noFailureCanBeRecorded(false);

    JobRecord done = until(job, record -> record.status() == JobStatus.COMPLETE);
    assertThat(done.attempts()).isEqualTo(2);
  }

  private void noFailureCanBeRecorded(boolean never) {
    String change =
        never ? "add constraint never check (error is null) not valid" : "drop constraint never";
    bench.house.sql.sql("alter table draft_job " + change).update();
  }

  private List<UUID> workers() {
    return bench
        .house
        .sql
        .sql("select id from worker order by started_at")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private WorkerLoop loop() {
    return new WorkerLoop(
        bench.drafts,
        bench.house.queue,
        new DatabaseTime(bench.house.sql, InstantSource.system()),
        bench.house.hints,
        bench.house.ids,
        Settings.from(Map.of("GHOSTWRITER_DRAFTING_CONCURRENCY", "2")));
  }

  private static Answer forever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("stopped");
  }

  /// Looks at the job whenever there is news of its project, and now and then.
  private JobRecord until(JobId job, Predicate<JobRecord> condition) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(20);
    try (var watch = bench.house.feed.watch(project)) {
      while (Instant.now().isBefore(deadline)) {
        JobRecord record = bench.record(project, job);
        if (condition.test(record)) {
          return record;
        }
        watch.await(Duration.ofMillis(20));
      }
    }
    throw new AssertionError("still " + bench.record(project, job));
  }
}
