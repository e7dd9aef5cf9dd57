package ghostwriter.transcript;

import ghostwriter.vocabulary.ProjectId;

/// How an assignment went.
public sealed interface AssignResult {
  /// @param items how many items that were there already went into the project's transcript
  record Assigned(int items) implements AssignResult {}

  /// A session belongs to one project for good.
  record AlreadyAssigned(ProjectId project) implements AssignResult {}
}
