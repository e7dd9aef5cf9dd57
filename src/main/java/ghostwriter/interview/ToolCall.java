package ghostwriter.interview;

import ghostwriter.notebook.Note;
import ghostwriter.notebook.Todo;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A tool call whose arguments make sense by themselves. There is none that edits the document.
/// Where no item is named, the client's last words are meant.
sealed interface ToolCall {
  record ListProjects() implements ToolCall {}

  record CreateProject(String title, String kind, Locale language) implements ToolCall {}

  record AssignProject(ProjectId project) implements ToolCall {}

  record SyncField(String field, Words value) implements ToolCall {}

  record CommitBlueprint() implements ToolCall {}

  record CreateNote(Note.Kind kind, Words text, Optional<String> item) implements ToolCall {}

  record CreateTodo(Words text) implements ToolCall {}

  record UpdateTodo(UUID todo, Todo.Status status) implements ToolCall {}

  record Point(Anchor anchor) implements ToolCall {}

  /// @param items none means everything that was said since the last draft
  record QueueDraft(
      ProjectId project,
      Urgency urgency,
      Words summary,
      List<String> items,
      List<Anchor> anchors,
      Map<String, Object> context)
      implements ToolCall {}

  /// A passage of an item.
  ///
  /// @param to where it ends; 0 means at the item's end
  record Anchor(String label, Optional<String> item, int from, int to) {}
}
