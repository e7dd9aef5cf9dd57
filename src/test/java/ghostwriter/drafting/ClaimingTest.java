package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.feed.Hints.Hint;
import ghostwriter.queue.DatabaseTime;
import ghostwriter.queue.JobStatus;
import ghostwriter.settings.Settings;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How the loop takes jobs up. It never looks by itself here, only when it is told.
class ClaimingTest {
  private final Workbench bench = new Workbench(InstantSource.system());
  private final WorkerLoop loop =
      new WorkerLoop(
          bench.drafts,
          bench.house.queue,
          new DatabaseTime(bench.house.sql, InstantSource.system()),
          bench.house.hints,
          bench.house.ids,
          Settings.from(
              Map.of(
                  "GHOSTWRITER_DRAFTING_CONCURRENCY", "8",
                  "GHOSTWRITER_DRAFTING_SWEEP_LIMIT", "2")),
          Duration.ofHours(1));
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final ProjectId project = bench.house.project("memoir").id();

  @AfterEach
  void close() {
    goOn.countDown();
    loop.stop();
    bench.close();
  }

  @Test
  void oneSweepTakesUpAtMostAsManyJobsAsItIsTold() {
    for (int i = 0; i < 5; i++) {
      bench.model.then(this::afterAWhile);
      bench.ask(bench.house.project("memoir").id(), "the harbour");
    }
    loop.start();

    loop.sweep();
    assertThat(running()).isEqualTo(2);
    loop.sweep();
    assertThat(running()).isEqualTo(4);
    loop.sweep();
    assertThat(running()).isEqualTo(5);

    goOn.countDown();
    until(() -> bench.house.queue.due() == 0 && running() == 0);
  }

  @Test
  void oneSweepTakesAtMostAsManyJobsBackFromTheDeadAsItIsTold() {
    for (int i = 0; i < 3; i++) {
      bench.model.then(this::afterAWhile);
      bench.ask(bench.house.project("memoir").id(), "the harbour");
    }
    bench.drafts.claim(bench.worker, 3);
    bench.house.queue.retire(bench.worker);
    loop.start();

    loop.sweep();

    // The sweep's hint may let the loop itself take one of the two.
    until(() -> attempts().equals(List.of(1, 2, 2)));
  }

  @Test
  void aClaimThatIsRolledBackCostsTheWorkerNothing() {
    everyClaimFails("");
    JobId job = startWithAJob();
    UUID name = worker();
    until(this::wasTried);
    noClaimFails();

    untilDone(job);
    assertThat(worker()).isEqualTo(name);
  }

  @Test
  void aClaimWhoseCommitFailsIsLeftBehindUnderItsName() {
    everyClaimFails("constraint");
    JobId job = startWithAJob();
    Set<UUID> names = new LinkedHashSet<>();
    until(() -> {
      bench.house.hints.send(Hint.drafts(project));
      names.addAll(workers());
      return wasTried() && names.size() > 1;
    });
    noClaimFails();

    untilDone(job);
    assertThat(workers()).doesNotContain(names.iterator().next());
  }

  private Answer afterAWhile(Brief brief) {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ScriptedModel.quoting(brief);
  }

  private JobId startWithAJob() {
    bench.house.queue.retire(bench.worker);
    bench.house.said(project, "We left by boat.");
    loop.start();
    return bench.ask(project, "the harbour");
  }

  /// @param constraint what makes it fail at the commit instead of at once
  private void everyClaimFails(String constraint) {
    bench.house.sql.sql("create sequence tried").update();
    bench
        .house
        .sql
        .sql(
            """
            create function refuse() returns trigger language plpgsql as
            $$ begin perform nextval('tried'); raise 'not now'; end $$
            """)
        .update();
    String when = constraint.isEmpty() ? "" : "deferrable initially deferred";
    bench
        .house
        .sql
        .sql(
            """
            create %s trigger refusal after update on draft_slot %s
            for each row when (new.state = 'running') execute function refuse()
            """
                .formatted(constraint, when))
        .update();
  }

  private void noClaimFails() {
    bench.house.sql.sql("drop trigger refusal on draft_slot").update();
  }

  /// A sequence goes on counting where a transaction is rolled back.
  private boolean wasTried() {
    return bench.house.sql.sql("select is_called from tried").query(Boolean.class).single();
  }

  private void untilDone(JobId job) {
    until(() -> {
      bench.house.hints.send(Hint.drafts(project));
      return bench.record(project, job).status() == JobStatus.COMPLETE;
    });
  }

  private UUID worker() {
    assertThat(workers()).hasSize(1);
    return workers().getFirst();
  }

  private List<UUID> workers() {
    return bench
        .house
        .sql
        .sql("select id from worker")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private List<String> statuses() {
    return bench
        .house
        .sql
        .sql("select status from draft_job")
        .query((row, _) -> row.getString(1))
        .list();
  }

  private long running() {
    return statuses().stream().filter(JobStatus.RUNNING.word()::equals).count();
  }

  private List<Integer> attempts() {
    return bench
        .house
        .sql
        .sql("select attempts from draft_job order by attempts")
        .query((row, _) -> row.getInt(1))
        .list();
  }

  private static void until(BooleanSupplier condition) {
    Instant deadline = Instant.now().plusSeconds(30);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
