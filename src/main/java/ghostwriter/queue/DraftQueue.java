package ghostwriter.queue;

import ghostwriter.feed.Feed;
import ghostwriter.feed.Hints;
import ghostwriter.feed.ProjectEvent.DraftProgress;
import ghostwriter.feed.ProjectEvent.DraftQueued;
import ghostwriter.feed.ProjectEvent.DraftStarted;
import ghostwriter.feed.Transactions;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The door to the drafting queue. Every change joins the caller's transaction, which must be
/// short; safe for many threads and many nodes.
@Component
public class DraftQueue {
  private final SlotStore slots;
  private final WorkerStore workers;
  private final JobStore jobs;
  private final EndStore ends;
  private final JobRecords records;
  private final RequestStore remembered;
  private final Feed feed;
  private final Hints hints;
  private final AskStore asks;
  private final Requests requests;
  private final Ids ids;
  private final DatabaseTime clock;

  public DraftQueue(
      JdbcClient sql, JsonMapper json, Feed feed, Hints hints, Ids ids, DatabaseTime clock) {
    this.slots = new SlotStore(sql);
    this.workers = new WorkerStore(sql);
    this.jobs = new JobStore(sql, json);
    this.ends = new EndStore(sql);
    this.records = new JobRecords(sql);
    this.remembered = new RequestStore(sql);
    this.feed = feed;
    this.hints = hints;
    this.asks = new AskStore(sql, json);
    this.requests =
        new Requests(slots, jobs, new LineStore(sql, json), remembered, feed, hints, ids);
    this.ids = ids;
    this.clock = clock;
  }

  /// Asks for a draft: a new job waits, or the request joins the one that waits, or it repeats one
  /// of the last 90 seconds and only leaves its pointers. A refinement gets a job of its own, or
  /// repeats one that is not over.
  public EnqueueResult enqueue(DraftRequest request) {
    Transactions.require();
    Instant now = clock.instant();
    return plainly(request, () -> asks.ask(request, new JobId(ids.next()), now))
        .map(result -> requests.told(request.project(), request.urgency(), result))
        .orElseGet(() -> requests.enqueue(request, now));
  }

  /// Asks for a draft and nothing else, in one call of the database that is a transaction of its
  /// own.
  ///
  /// @return empty where the request is not a plain one and nothing was done: then [#enqueue] it
  public Optional<EnqueueResult> enqueueAlone(DraftRequest request) {
    Transactions.forbid();
    var job = new JobId(ids.next());
    var news = new DraftQueued(job, request.urgency());
    Optional<EnqueueResult> result =
        plainly(
            request,
            () -> asks.ask(request, job, news.kind(), feed.written(news), clock.instant()));
    result.ifPresent(_ -> {
      hints.send(Hints.Hint.feed(request.project()));
      hints.send(Hints.Hint.drafts(request.project()));
    });
    return result;
  }

  /// Refinements are weighed one by one.
  private static Optional<EnqueueResult> plainly(
      DraftRequest request, Supplier<Optional<EnqueueResult>> ask) {
    return request.kind() == JobKind.UPDATE ? ask.get() : Optional.empty();
  }

  /// Takes up to `limit` jobs whose time has come. Each counts an attempt and raises its project's
  /// epoch.
  public List<DraftJob> claim(WorkerId worker, int limit) {
    Transactions.require();
    Instant now = clock.instant();
    List<SlotStore.Claim> claims = slots.claim(worker, limit, now, QueueRules.PATIENCE);
    List<DraftJob> claimed = claims.isEmpty() ? List.of() : jobs.start(claims, worker, now);
    for (DraftJob job : claimed) {
      feed.post(job.project(), new DraftStarted(job.id(), job.attempts()));
    }
    return claimed;
  }

  /// Makes sure that a job is still its worker's, as the caller's transaction sees it.
  ///
  /// @throws LeaseLost where it is not
  public void confirm(DraftJob job) {
    if (!slots.holds(job)) {
      throw new LeaseLost(job);
    }
  }

  /// Keeps the model's answer before it is used, with what the job has used by then.
  ///
  /// @param answer JSON
  /// @param usage in all, as JSON
  /// @throws LeaseLost where the job is not this worker's any more
  public void keepAnswer(DraftJob job, String answer, String usage) {
    if (jobs.keepAnswer(job, answer, usage) == 0) {
      throw new LeaseLost(job);
    }
  }

  /// Counts what a run has used of a model whose job was taken from it meanwhile: withdrawn, or
  /// handed back. Where it runs again, or somebody has counted since, nothing changes.
  ///
  /// @param usage all that the job has used, as JSON
  public void countInVain(DraftJob job, String usage) {
    jobs.countInVain(job, usage);
  }

  /// Ends a job that went well, in the transaction that publishes its effect.
  ///
  /// @throws LeaseLost where the job is not this worker's any more
  public void finish(DraftJob job, Finish finish) {
    finishAll(List.of(new Ended(job, finish)));
  }

  /// Ends jobs that went well, of a project each, in the transaction that publishes their effects:
  /// all of them or none.
  ///
  /// @throws LeaseLost where one of them is not its worker's any more
  public void finishAll(List<Ended> ends) {
    Transactions.require();
    Instant now = clock.instant();
    Map<JobId, EndStore.Left> left = this.ends.complete(ends, now);
    for (Ended end : ends) {
      finish(end, Optional.ofNullable(left.get(end.job().id())), now);
    }
  }

  private void finish(Ended end, Optional<EndStore.Left> found, Instant now) {
    DraftJob job = end.job();
    Finish finish = end.finish();
    EndStore.Left left = found.orElseThrow(() -> new LeaseLost(job));
    moveUp(job, left.inLine(), now);
    if (left.followUp()) {
      requests.followUp(job, finish.newer(), now);
    }
    if (finish.unread()) {
      requests.readOn(job, now);
    }
    feed.post(
        job.project(), progress(job, JobStatus.COMPLETE, finish.summary(), null, finish, now));
    if (left.waits() || left.inLine()) {
      hints.afterCommit(Hints.Hint.drafts(job.project()));
    }
  }

  /// Records a failed attempt: the job waits again, or ends in error after the third.
  ///
  /// @param retryAfter at least how long to wait
  /// @throws LeaseLost where the job is not this worker's any more
  public void fail(DraftJob job, Failure failure, Duration retryAfter) {
    Transactions.require();
    if (job.attempts() >= QueueRules.ATTEMPTS) {
      giveUp(job, failure);
    } else {
      waitAgain(job, failure, QueueRules.backOff(job.attempts(), retryAfter), job.attempts());
    }
  }

  /// The same for one that cost nothing.
  public void fail(DraftJob job, String reason, Duration retryAfter) {
    fail(job, Failure.of(reason), retryAfter);
  }

  /// Ends a job that no retry can help.
  ///
  /// @throws LeaseLost where the job is not this worker's any more
  public void giveUp(DraftJob job, Failure failure) {
    Transactions.require();
    Instant now = clock.instant();
    boolean moreWait = slots.close(job);
    jobs.fail(job, failure, now);
    moveUp(job, moreWait, now);
    requests.followUp(job, false, now);
    feed.post(job.project(), progress(job, JobStatus.ERROR, null, failure, null, now));
    hints.afterCommit(Hints.Hint.drafts(job.project()));
  }

  /// The same for one that cost nothing.
  public void giveUp(DraftJob job, String reason) {
    giveUp(job, Failure.of(reason));
  }

  private void moveUp(DraftJob job, boolean moreWait, Instant now) {
    if (moreWait) {
      requests.moveUp(job.project(), now);
    }
  }

  /// Hands a job back untouched: the attempt is not counted.
  ///
  /// @throws LeaseLost where the job is not this worker's any more
  public void release(DraftJob job) {
    Transactions.require();
    waitAgain(job, null, Duration.ZERO, job.attempts() - 1);
    hints.afterCommit(Hints.Hint.drafts(job.project()));
  }

  /// The job waits again, before all others, and takes in what was asked for while it ran.
  private void waitAgain(DraftJob job, @Nullable Failure failure, Duration delay, int attempts) {
    Instant now = clock.instant();
    slots.hold(job);
    Urgency urgency = requests.takeInto(job, now);
    slots.reopen(job, urgency, now.plus(delay), attempts);
    jobs.requeue(job, failure, attempts);
  }

  private static DraftProgress progress(
      DraftJob job,
      JobStatus status,
      @Nullable Words summary,
      @Nullable Failure failure,
      @Nullable Finish finish,
      Instant now) {
    return new DraftProgress(
        job.id(),
        job.project(),
        status.progress(),
        summary == null ? null : summary.text(),
        failure == null ? null : failure.sentence(),
        failure == null ? null : failure.reason(),
        finish == null ? List.of() : finish.sections(),
        job.attempts(),
        job.createdAt(),
        job.startedAt(),
        now,
        Duration.between(job.startedAt(), now).toMillis(),
        finish == null ? used(job, failure) : finish.usage());
  }

  private static @Nullable String used(DraftJob job, @Nullable Failure failure) {
    Optional<String> told = failure == null ? Optional.empty() : failure.usage();
    return told.or(job::usage).orElse(null);
  }

  /// Projects whose worker has not beaten for a lease, at most `limit`.
  public List<ProjectId> lost(int limit) {
    return workers.lost(leaseEnd(), limit);
  }

  /// Takes a project's job from a worker that does not beat any more; the attempt stays counted.
  ///
  /// @return whether there was such a job
  public boolean rescue(ProjectId project) {
    Transactions.require();
    Optional<WorkerId> dead = workers.lostWorker(project, leaseEnd());
    dead.map(worker -> jobs.running(project, worker)).ifPresent(this::takeBack);
    return dead.isPresent();
  }

  private void takeBack(DraftJob job) {
    Failure failure = Failure.of("The worker that ran it was lost.");
    if (job.attempts() >= QueueRules.ATTEMPTS) {
      giveUp(job, failure);
    } else {
      waitAgain(job, failure, Duration.ZERO, job.attempts());
      hints.afterCommit(Hints.Hint.drafts(job.project()));
    }
  }

  private Instant leaseEnd() {
    return clock.instant().minus(QueueRules.LEASE);
  }

  /// Says that a worker is alive.
  public void beat(WorkerId worker) {
    workers.beat(worker, clock.instant());
  }

  /// Says that a worker is gone for good: jobs it still holds can be rescued at once.
  public void retire(WorkerId worker) {
    workers.retire(worker);
  }

  /// Forgets what is of no use any more: old requests, workers long gone.
  public void tidy() {
    Instant now = clock.instant();
    remembered.forget(now.minus(QueueRules.REPEAT));
    workers.buryWorkers(now.minus(Duration.ofHours(1)));
  }

  /// Which of these jobs are not their worker's any more: withdrawn, taken over, or over.
  public List<DraftJob> gone(Collection<DraftJob> held) {
    Set<SlotStore.Run> running = held.isEmpty() ? Set.of() : slots.running(held);
    return held.stream().filter(job -> !running.contains(SlotStore.Run.of(job))).toList();
  }

  /// How many jobs could start now.
  public int due() {
    return slots.due(clock.instant());
  }

  /// How far the last complete job of a project has read, as JSON; empty before the first.
  public Optional<String> through(ProjectId project) {
    return records.through(project);
  }

  /// How drafting stands in each of these projects: the job that runs, else the one that waits,
  /// else the newest one.
  public Map<ProjectId, JobRecord> latest(Collection<ProjectId> projects) {
    return records.latest(projects);
  }

  /// What the jobs of a project have cost so far, in US dollars, as far as that is known.
  public BigDecimal spent(ProjectId project) {
    return records.spent(project);
  }

  /// The same for the jobs of all projects that began at that time or later.
  public BigDecimal spentSince(Instant start) {
    return records.spentSince(start);
  }

  public Optional<JobRecord> find(ProjectId project, JobId job) {
    return records.find(project, job);
  }

  /// Every item that a project's jobs point to.
  public Set<ItemId> pointedAt(ProjectId project) {
    return jobs.pointedAt(project);
  }

  /// A project's jobs, newest first.
  public List<JobRecord> jobs(ProjectId project, int limit) {
    return records.list(project, limit);
  }
}
