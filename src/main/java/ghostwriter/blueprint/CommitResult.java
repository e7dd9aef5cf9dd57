package ghostwriter.blueprint;

import java.util.List;

/// What came of committing a blueprint.
public sealed interface CommitResult {
  record Committed() implements CommitResult {}

  /// @param fields the names of the required fields that nobody has answered
  record Gaps(List<String> fields) implements CommitResult {
    public Gaps {
      fields = List.copyOf(fields);
    }
  }
}
