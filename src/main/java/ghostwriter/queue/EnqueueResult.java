package ghostwriter.queue;

import ghostwriter.vocabulary.JobId;

/// What became of a request.
public sealed interface EnqueueResult {
  /// The job that will do what was asked.
  JobId job();

  /// A new job waits.
  record Enqueued(JobId job) implements EnqueueResult {}

  /// It went into the job that was waiting already.
  record Merged(JobId job) implements EnqueueResult {}

  /// The same was asked within the last 90 seconds, or is a refinement that is not over.
  record Repeated(JobId job) implements EnqueueResult {}
}
