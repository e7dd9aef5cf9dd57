package ghostwriter.drafting;

import java.time.Duration;

/// How one run of a job went.
sealed interface JobOutcome {
  /// The document has its new version and the job its end.
  record Finished() implements JobOutcome {}

  /// It failed, and trying again may help.
  record TryLater(String reason, Duration retryAfter) implements JobOutcome {}

  /// It failed for good.
  record GiveUp(String reason) implements JobOutcome {}
}
