package ghostwriter.drafting;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A worker process that comes to its end while it holds jobs, each at a step of its own.
final class Victim implements AutoCloseable {
  /// What becomes of it.
  enum Fate {
    /// `kill -9`.
    KILLED,
    /// It stands still for longer than its lease, and then goes on.
    FROZEN,
    /// It is told to end, and does so politely.
    STOPPED;

    /// Where it can strike: a transaction that never comes to its commit keeps a polite end
    /// waiting.
    List<Step> steps() {
      return Stream.of(Step.values())
          .filter(step -> this != STOPPED || !step.isInTransaction())
          .toList();
    }
  }

  /// @param name what the client says first
  record Run(String name, Fate fate, Step step, ProjectId project, JobId job) {
    @Override
    public String toString() {
      return fate + " at " + step;
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Workbench bench;
  private final Fate fate;
  private final List<Step> steps;
  private final RemoteWorker worker;
  private final Connection rows;
  private List<Run> runs = List.of();
  private Instant ended = Instant.MAX;

  Victim(Workbench bench, Fate fate, List<Step> steps) throws SQLException {
    this.bench = bench;
    this.fate = fate;
    this.steps = List.copyOf(steps);
    worker = RemoteWorker.start(bench.house.access, steps.size());
    rows = bench.house.database.getConnection();
    rows.setAutoCommit(false);
  }

  RemoteWorker worker() {
    return worker;
  }

  Fate fate() {
    return fate;
  }

  List<Run> runs() {
    return runs;
  }

  /// When its fate struck.
  Instant ended() {
    return ended;
  }

  /// Gives it a job for each of its steps, and waits until all of them are held.
  void work() throws SQLException {
    until(worker::isReady);
    runs = IntStream.range(0, steps.size()).mapToObj(i -> ask(steps.get(i))).toList();
    runs.forEach(run -> worker.hold(run.job(), run.step()));
    worker.work();
    for (Run run : runs) {
      letComeTo(run);
    }
  }

  private Run ask(Step step) {
    String name = "job-" + UUID.randomUUID();
    ProjectId project = bench.house.project("memoir").id();
    bench.house.said(project, name + " went to sea.");
    return new Run(name, fate, step, project, bench.ask(project, "the sea"));
  }

  private void letComeTo(Run run) throws SQLException {
    JobId job = run.job();
    if (run.step() != Step.CLAIMED) {
      until(() -> worker.timesAsked(job) == 1);
    }
    switch (run.step()) {
      case PROMPT_WRITTEN -> {}
      case ANSWER_RECEIVED -> {
        int before = answersOnTheirWay();
        lock(job);
        worker.answer(job);
        until(() -> answersOnTheirWay() > before);
      }
      case CLAIMED -> until(() -> worker.isHeld(job));
      case STORED, APPLIED, REPORTED, COMMITTED -> {
        worker.answer(job);
        until(() -> worker.isHeld(job));
      }
    }
  }

  /// Holds a job's record, so that the database cannot keep what it is told.
  private void lock(JobId job) throws SQLException {
    try (var lock = rows.prepareStatement("select 1 from draft_job where id = ? for update")) {
      lock.setObject(1, job.value());
      lock.execute();
    }
  }

  private int answersOnTheirWay() {
    return bench
        .house
        .sql
        .sql(
            """
            select count(*) from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'
               and query like 'update draft_job set answer%'
            """)
        .query(Integer.class)
        .single();
  }

  /// Its fate strikes, and only then the database does what it was told before.
  void meetItsFate() throws SQLException {
    switch (fate) {
      case KILLED -> worker.kill();
      case FROZEN -> worker.freeze();
      case STOPPED -> worker.stop();
    }
    ended = Instant.now();
    rows.rollback();
  }

  /// Where it stood still: it goes on, as if nothing had happened, to the end of all its runs.
  void wakeUp() {
    if (fate == Fate.FROZEN) {
      worker.thaw();
      worker.letGo();
      until(() -> runs.stream().allMatch(run -> worker.isOver(run.job())));
      until(() -> worker.timesRefused() >= late());
    }
  }

  /// How many of its runs were not over yet when its fate struck.
  long late() {
    return runs.stream().filter(run -> run.step() != Step.COMMITTED).count();
  }

  static void until(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("it did not come to it in " + PATIENCE);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  @Override
  public void close() throws SQLException {
    worker.close();
    rows.close();
  }
}
