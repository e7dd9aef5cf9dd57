package ghostwriter.queue;

import ghostwriter.feed.Feed;
import ghostwriter.feed.Hints;
import ghostwriter.feed.ProjectEvent.DraftCancelled;
import ghostwriter.feed.Transactions;
import ghostwriter.queue.CareResult.Done;
import ghostwriter.queue.CareResult.PartOf;
import ghostwriter.queue.CareResult.Unknown;
import ghostwriter.queue.CareResult.WrongState;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The operator's door to the queue: look, drain, retry, cancel. It looks over all projects, which
/// nobody else does; authors come to it only to have a job of their own project done again. Every
/// change joins the caller's transaction; safe for many threads and many nodes.
@Component
public class QueueCare {
  private final CareStore care;
  private final Requests requests;
  private final Feed feed;
  private final Hints hints;
  private final DatabaseTime clock;

  public QueueCare(
      JdbcClient sql, JsonMapper json, Feed feed, Hints hints, Ids ids, DatabaseTime clock) {
    var jobs = new JobStore(sql, json);
    this.care = new CareStore(sql, jobs);
    this.requests =
        new Requests(
            new SlotStore(sql),
            jobs,
            new LineStore(sql, json),
            new RequestStore(sql),
            feed,
            hints,
            ids);
    this.feed = feed;
    this.hints = hints;
    this.clock = clock;
  }

  /// How many jobs there are of each status, and some of them: those that run, then those that
  /// wait, then the others, newest first.
  ///
  /// @param status only jobs that stand so
  public QueueOverview overview(Optional<JobStatus> status, int limit) {
    return new QueueOverview(care.counts(), care.oldestQueued(), care.list(status, limit));
  }

  public Optional<JobInFull> show(JobId job) {
    return care.find(job);
  }

  /// Lets everything that waits start now, also what backs off after a failure; what stands behind
  /// another job of its project starts as soon as that one is over.
  ///
  /// @return how many jobs that was
  public int drain() {
    Transactions.require();
    List<ProjectId> released = care.makeDue(clock.instant());
    // Whoever is woken looks at everything that is due, so that one hint serves for all.
    released.stream().findAny().map(Hints.Hint::drafts).ifPresent(hints::afterCommit);
    return released.size();
  }

  /// Withdraws a job that waits or runs. Whoever runs it is refused whatever it writes from now on.
  /// What was left beside it for a job of its own gets one, as after every end.
  public CareResult cancel(JobId job) {
    Transactions.require();
    return care.hold(job).map(this::cancel).orElseGet(Unknown::new);
  }

  private CareResult cancel(JobInFull held) {
    return switch (held.job().status()) {
      case QUEUED -> {
        care.dropWaiting(held);
        yield withdrawn(held);
      }
      case RUNNING -> {
        care.stopRunning(held);
        yield withdrawn(held);
      }
      case COMPLETE, ERROR, CANCELLED -> notNow(held);
    };
  }

  private CareResult withdrawn(JobInFull held) {
    Instant now = clock.instant();
    ProjectId project = held.request().project();
    JobId job = held.job().id();
    care.cancel(held, now);
    requests.fill(project, now);
    feed.post(project, new DraftCancelled(job));
    requests.followUp(project, job, held.request().session(), false, now);
    // Whoever runs it, here or elsewhere, finds that it may stop.
    hints.afterCommit(Hints.Hint.drafts(project));
    return done(job);
  }

  /// Asks at once for the same as a job that failed or was cancelled.
  public CareResult retry(JobId job) {
    Transactions.require();
    return care.hold(job).map(this::retry).orElseGet(Unknown::new);
  }

  /// Likewise, where it is a job of this project.
  public CareResult retry(ProjectId project, JobId job) {
    boolean own = care.find(job).filter(it -> it.request().project().equals(project)).isPresent();
    return own ? retry(job) : new Unknown();
  }

  private CareResult retry(JobInFull held) {
    return switch (held.job().status()) {
      case ERROR -> again(held);
      case CANCELLED -> held.mergedInto().isEmpty() ? again(held) : notNow(held);
      case QUEUED, RUNNING, COMPLETE -> notNow(held);
    };
  }

  private CareResult again(JobInFull held) {
    DraftRequest request = held.request().as(Urgency.HIGH);
    return done(requests.enqueue(request, clock.instant()).job());
  }

  private CareResult done(JobId job) {
    return new Done(care.find(job).orElseThrow().listed());
  }

  private static CareResult notNow(JobInFull held) {
    return held.mergedInto()
        .<CareResult>map(PartOf::new)
        .orElseGet(() -> new WrongState(held.job().status()));
  }
}
