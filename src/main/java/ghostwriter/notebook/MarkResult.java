package ghostwriter.notebook;

/// What came of setting how a todo stands.
public sealed interface MarkResult {
  /// @param todo as it stands now
  record Marked(Todo todo) implements MarkResult {}

  record UnknownTodo() implements MarkResult {}

  /// It cannot be opened again, because the same is on the list anew.
  record OpenAnew() implements MarkResult {}
}
