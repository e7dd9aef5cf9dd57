package ghostwriter.queue;

import ghostwriter.vocabulary.JobId;
import java.time.Instant;
import java.util.Optional;

/// All that the queue knows of one job.
///
/// @param request what it was asked for by now, by one request or by several
/// @param worker who runs it
/// @param epoch the fence of its last run, 0 before the first
/// @param due when it may start, where it waits and is the next of its project
/// @param mergedInto the job that took it in
public record JobInFull(
    JobRecord job,
    DraftRequest request,
    Optional<WorkerId> worker,
    long epoch,
    Optional<Instant> due,
    Optional<JobId> mergedInto) {
  /// The same among others.
  public ListedJob listed() {
    return new ListedJob(request.project(), job, mergedInto);
  }
}
