package ghostwriter.drafting;

import ghostwriter.queue.Failure;
import java.time.Duration;

/// How one run of a job went.
sealed interface JobOutcome {
  /// The document has its new version and the job its end.
  record Finished() implements JobOutcome {}

  /// It failed, and trying again may help.
  record TryLater(Failure failure, Duration retryAfter) implements JobOutcome {}

  /// It failed for good.
  record GiveUp(Failure failure) implements JobOutcome {}
}
