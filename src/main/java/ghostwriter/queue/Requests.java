package ghostwriter.queue;

import ghostwriter.feed.Feed;
import ghostwriter.feed.Hints;
import ghostwriter.feed.ProjectEvent.DraftQueued;
import ghostwriter.queue.EnqueueResult.Enqueued;
import ghostwriter.queue.EnqueueResult.Merged;
import ghostwriter.queue.EnqueueResult.Repeated;
import ghostwriter.queue.JobStore.Earlier;
import ghostwriter.queue.SlotStore.Slot;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What becomes of a request: a job of its own, a part of the one that waits, or something left
/// beside a job that is already written. Every method is called with the caller's transaction and
/// holds the project's slot until it ends.
final class Requests {
  private final SlotStore slots;
  private final JobStore jobs;
  private final RequestStore remembered;
  private final Feed feed;
  private final Hints hints;
  private final Ids ids;

  Requests(
      SlotStore slots, JobStore jobs, RequestStore remembered, Feed feed, Hints hints, Ids ids) {
    this.slots = slots;
    this.jobs = jobs;
    this.remembered = remembered;
    this.feed = feed;
    this.hints = hints;
    this.ids = ids;
  }

  EnqueueResult enqueue(DraftRequest request, Instant now) {
    Slot slot = slots.lock(request.project(), now);
    return jobs.earlier(
            request.project(),
            request.summaryHash(),
            request.urgency(),
            now.minus(QueueRules.REPEAT))
        .filter(earlier -> leavesNothingUndrafted(earlier, slot, request))
        .map(earlier -> collapse(request, slot, earlier))
        .orElseGet(() -> accept(request, slot, now));
  }

  /// A request may vanish into a job that is over only if it points to nothing new: nobody would
  /// draft it.
  private static boolean leavesNothingUndrafted(Earlier earlier, Slot slot, DraftRequest request) {
    return earlier.status() != JobStatus.COMPLETE
        || slot.waiting().isPresent()
        || earlier.asked().pointsToAllOf(Asked.by(request));
  }

  private EnqueueResult collapse(DraftRequest request, Slot slot, Earlier earlier) {
    ProjectId project = request.project();
    var repetition = new FollowUp(Asked.by(request), false);
    if (slot.waiting().isPresent()) {
      takeIn(project, slot.waiting().get(), repetition);
    } else if (earlier.status() == JobStatus.RUNNING) {
      jobs.leave(project, earlier.job(), repetition);
    }
    return new Repeated(earlier.job());
  }

  private EnqueueResult accept(DraftRequest request, Slot slot, Instant now) {
    EnqueueResult result =
        join(request.project(), request.session().orElse(null), Asked.by(request), slot, now);
    remembered.remember(request, result.job(), now);
    return result;
  }

  /// Puts a wish into the waiting job, or makes it one.
  private EnqueueResult join(
      ProjectId project, @Nullable SessionId session, Asked wish, Slot slot, Instant now) {
    EnqueueResult result =
        slot.waiting().isPresent()
            ? merge(project, slot.waiting().get(), wish, slot, now)
            : add(project, session, wish, now);
    feed.post(project, new DraftQueued(result.job(), wish.urgency()));
    hints.afterCommit(Hints.Hint.drafts(project));
    return result;
  }

  private EnqueueResult add(
      ProjectId project, @Nullable SessionId session, Asked wish, Instant now) {
    var job = new JobId(ids.next());
    jobs.insert(project, job, session, wish, now);
    slots.await(project, job, wish.urgency(), now.plus(QueueRules.delay(wish.urgency())));
    return new Enqueued(job);
  }

  private EnqueueResult merge(
      ProjectId project, JobId waiting, Asked wish, Slot slot, Instant now) {
    takeIn(project, waiting, new FollowUp(wish, true));
    slots.await(project, waiting, slot.urgency().or(wish.urgency()), due(slot, wish, now));
    return new Merged(waiting);
  }

  /// The earlier of both times; but a job that waits after a failure waits to the end, or eager
  /// requests would use up its attempts at once.
  private static Instant due(Slot slot, Asked wish, Instant now) {
    Instant wished = now.plus(QueueRules.delay(wish.urgency()));
    return slot.backsOff() || slot.dueAt().isBefore(wished) ? slot.dueAt() : wished;
  }

  /// Gives a job that does not run something more to do. Where its answer is already there, a wish
  /// would not be in it any more: it is left beside the job. A repetition makes nothing more
  /// urgent.
  private void takeIn(ProjectId project, JobId job, FollowUp wish) {
    boolean answered = jobs.isAnswered(project, job);
    Asked had = jobs.asked(project, job);
    if (answered) {
      jobs.leave(project, job, wish);
    }
    if (wish.accepted()) {
      jobs.write(project, job, answered ? had.asUrgentAs(wish.asked()) : had.and(wish.asked()));
    } else if (!answered) {
      jobs.write(project, job, had.pointingTo(wish.asked()));
    }
  }

  /// Gives a job that will run again what was asked for while it ran; a request that waited becomes
  /// a part of it.
  void takeInto(DraftJob job, Slot slot, Instant now) {
    ProjectId project = job.project();
    jobs.takeFollowUp(project, job.id()).ifPresent(left -> takeIn(project, job.id(), left));
    slot.waiting()
        .ifPresent(waiting -> {
          takeIn(project, job.id(), new FollowUp(jobs.asked(project, waiting), true));
          jobs.cancelInto(project, waiting, job.id(), now);
        });
  }

  /// What was left beside a job that is over gets a job of its own, where something is left to
  /// draft.
  ///
  /// @param newMaterial whether something was said that the job has not read
  void followUp(DraftJob job, boolean newMaterial, Instant now) {
    followUp(job.project(), job.id(), job.session(), newMaterial, now);
  }

  /// @param session where the job was asked for, if in a conversation
  void followUp(
      ProjectId project, JobId job, Optional<SessionId> session, boolean newMaterial, Instant now) {
    jobs.takeFollowUp(project, job)
        .filter(left -> left.leavesSomething(newMaterial))
        .ifPresent(left -> {
          Slot slot = slots.lock(project, now);
          join(project, session.orElse(null), left.asked(), slot, now);
        });
  }
}
