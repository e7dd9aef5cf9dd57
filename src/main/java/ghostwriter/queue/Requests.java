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
import ghostwriter.vocabulary.Urgency;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What becomes of a request: a job of its own, a part of the one that waits, or something left
/// beside a job that is already written. A refinement is always a job of its own; it stands in line
/// with the one update that may wait. Every method is called with the caller's transaction and
/// holds the project's slot until it ends.
final class Requests {
  private final SlotStore slots;
  private final JobStore jobs;
  private final LineStore line;
  private final RequestStore remembered;
  private final Feed feed;
  private final Hints hints;
  private final Ids ids;

  Requests(
      SlotStore slots,
      JobStore jobs,
      LineStore line,
      RequestStore remembered,
      Feed feed,
      Hints hints,
      Ids ids) {
    this.slots = slots;
    this.jobs = jobs;
    this.line = line;
    this.remembered = remembered;
    this.feed = feed;
    this.hints = hints;
    this.ids = ids;
  }

  EnqueueResult enqueue(DraftRequest request, Instant now) {
    Slot slot = slots.lock(request.project(), now);
    return switch (request.kind()) {
      case UPDATE -> update(request, slot, now);
      case REFINE -> refine(request, slot, now);
    };
  }

  private EnqueueResult update(DraftRequest request, Slot slot, Instant now) {
    Optional<JobId> waiting = waitingUpdate(request.project(), slot);
    return jobs.earlier(
            request.project(),
            request.summaryHash(),
            request.urgency(),
            now.minus(QueueRules.REPEAT))
        .filter(earlier -> leavesNothingUndrafted(earlier, waiting, request))
        .map(earlier -> collapse(request, waiting, earlier))
        .orElseGet(() -> accept(request, slot, waiting, now));
  }

  /// The same wish for the same section is one job until that is over; then it may be asked again.
  private EnqueueResult refine(DraftRequest request, Slot slot, Instant now) {
    return line.refinement(request.project(), request.promptContext())
        .<EnqueueResult>map(EnqueueResult.Repeated::new)
        .orElseGet(() -> told(request.project(), request.urgency(), add(request, slot, now)));
  }

  private Optional<JobId> waitingUpdate(ProjectId project, Slot slot) {
    return slot.state() == SlotStore.State.IDLE ? Optional.empty() : line.update(project);
  }

  /// A request may vanish into a job that is over only if it points to nothing new: nobody would
  /// draft it.
  private static boolean leavesNothingUndrafted(
      Earlier earlier, Optional<JobId> waiting, DraftRequest request) {
    return earlier.status() != JobStatus.COMPLETE
        || waiting.isPresent()
        || earlier.asked().pointsToAllOf(Asked.by(request));
  }

  private EnqueueResult collapse(DraftRequest request, Optional<JobId> waiting, Earlier earlier) {
    ProjectId project = request.project();
    var repetition = new FollowUp(Asked.by(request), false);
    if (waiting.isPresent()) {
      takeIn(project, waiting.get(), repetition);
    } else if (earlier.status() == JobStatus.RUNNING) {
      jobs.leave(project, earlier.job(), repetition);
    }
    return new Repeated(earlier.job());
  }

  private EnqueueResult accept(
      DraftRequest request, Slot slot, Optional<JobId> waiting, Instant now) {
    EnqueueResult result = join(request, slot, waiting, now);
    remembered.remember(request, result.job(), now);
    return result;
  }

  /// Puts a wish into the waiting update, or makes it one.
  private EnqueueResult join(
      DraftRequest request, Slot slot, Optional<JobId> waiting, Instant now) {
    ProjectId project = request.project();
    return told(
        project,
        request.urgency(),
        waiting
            .map(job -> merge(project, job, Asked.by(request), slot, now))
            .orElseGet(() -> add(request, slot, now)));
  }

  /// Tells of a request that became a job or a part of one.
  EnqueueResult told(ProjectId project, Urgency urgency, EnqueueResult result) {
    feed.post(project, new DraftQueued(result.job(), urgency));
    hints.afterCommit(Hints.Hint.drafts(project));
    return result;
  }

  private EnqueueResult add(DraftRequest request, Slot slot, Instant now) {
    var job = new JobId(ids.next());
    ProjectId project = request.project();
    @Nullable SessionId session = request.session().orElse(null);
    jobs.insert(project, job, request.kind(), session, Asked.by(request), now);
    Instant due = now.plus(QueueRules.delay(request.urgency()));
    if (comesNext(slot, due)) {
      slots.await(project, job, request.urgency(), due);
    }
    return new Enqueued(job);
  }

  /// What is due sooner goes before what waits, but not before what has failed: the slot counts its
  /// attempts.
  private static boolean comesNext(Slot slot, Instant due) {
    return slot.waiting().isEmpty() || (!slot.backsOff() && due.isBefore(slot.dueAt()));
  }

  private EnqueueResult merge(
      ProjectId project, JobId waiting, Asked wish, Slot slot, Instant now) {
    takeIn(project, waiting, new FollowUp(wish, true));
    if (slot.waiting().filter(waiting::equals).isPresent()) {
      slots.await(project, waiting, slot.urgency().or(wish.urgency()), due(slot, wish, now));
    }
    return new Merged(waiting);
  }

  /// The earlier of both times; but a job that waits after a failure waits to the end, or eager
  /// requests would use up its attempts at once.
  private static Instant due(Slot slot, Asked wish, Instant now) {
    Instant wished = now.plus(QueueRules.delay(wish.urgency()));
    return slot.backsOff() || slot.dueAt().isBefore(wished) ? slot.dueAt() : wished;
  }

  /// Puts whoever comes next into a slot that neither runs nor names anything.
  void fill(ProjectId project, Instant now) {
    if (slots.lock(project, now).state() == SlotStore.State.IDLE) {
      moveUp(project, now);
    }
  }

  /// Puts whoever comes next of all that wait into the slot, which runs nothing.
  void moveUp(ProjectId project, Instant now) {
    line.next(project, now.minus(QueueRules.PATIENCE))
        .ifPresent(next -> slots.await(project, next.job(), next.urgency(), next.dueAt()));
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

  /// Gives a job that will run again what was asked for while it ran; an update that waited becomes
  /// a part of it, where it is one itself.
  ///
  /// @return how urgent it is now
  Urgency takeInto(DraftJob job, Instant now) {
    ProjectId project = job.project();
    jobs.takeFollowUp(project, job.id()).ifPresent(left -> takeIn(project, job.id(), left));
    if (job.kind() == JobKind.UPDATE) {
      line.update(project)
          .ifPresent(waiting -> {
            takeIn(project, job.id(), new FollowUp(jobs.asked(project, waiting), true));
            jobs.cancelInto(project, waiting, job.id(), now);
          });
    }
    return jobs.asked(project, job.id()).urgency();
  }

  /// What had no room in a job that is over is read by the update that waits, else by one more: it
  /// asks for the same, but points nowhere, and no length is wished for twice.
  void readOn(DraftJob job, Instant now) {
    Slot slot = slots.lock(job.project(), now);
    Optional<JobId> waiting = waitingUpdate(job.project(), slot);
    if (waiting.isEmpty()) {
      Map<String, Object> context = new HashMap<>(job.promptContext());
      context.remove("length");
      var rest = new Asked(job.urgency(), job.summary(), List.of(), List.of(), context);
      join(rest.as(job.project(), job.session()), slot, waiting, now);
    }
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
          join(left.asked().as(project, session), slot, waitingUpdate(project, slot), now);
        });
  }
}
