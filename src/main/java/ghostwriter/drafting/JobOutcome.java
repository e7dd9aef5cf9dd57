package ghostwriter.drafting;

import ghostwriter.queue.Failure;
import java.time.Duration;
import java.util.Optional;

/// How one run of a job went.
sealed interface JobOutcome {
  /// What the job has used of a model, as JSON, where it failed.
  default Optional<String> usage() {
    return switch (this) {
      case Finished() -> Optional.empty();
      case TryLater(var failure, _) -> failure.usage();
      case GiveUp(var failure) -> failure.usage();
    };
  }

  /// The document has its new version and the job its end.
  record Finished() implements JobOutcome {}

  /// It failed, and trying again may help.
  record TryLater(Failure failure, Duration retryAfter) implements JobOutcome {}

  /// It failed for good.
  record GiveUp(Failure failure) implements JobOutcome {}
}
