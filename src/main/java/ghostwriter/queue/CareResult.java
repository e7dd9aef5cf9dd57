package ghostwriter.queue;

import ghostwriter.vocabulary.JobId;

/// What became of an operator's word about one job.
public sealed interface CareResult {
  /// It is done.
  ///
  /// @param job the cancelled one, or the one that asks for the same again
  record Done(ListedJob job) implements CareResult {}

  /// There is no such job.
  record Unknown() implements CareResult {}

  /// The job is not in a state for it.
  record WrongState(JobStatus status) implements CareResult {}

  /// Another job took this one in; it goes with that one.
  record PartOf(JobId other) implements CareResult {}
}
