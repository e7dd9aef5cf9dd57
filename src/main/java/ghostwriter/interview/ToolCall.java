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
sealed interface ToolCall {
  record ListProjects() implements ToolCall {}

  record CreateProject(String title, String kind, Locale language) implements ToolCall {}

  record AssignProject(ProjectId project) implements ToolCall {}

  record SyncField(String name, Words value) implements ToolCall {}

  record CommitBlueprint() implements ToolCall {}

  record CreateNote(Note.Kind kind, Words text, Optional<String> item) implements ToolCall {}

  record CreateTodo(Words text) implements ToolCall {}

  record UpdateTodo(UUID todo, Todo.Status status) implements ToolCall {}

  /// @param to 0 means the item's end
  record Point(String item, String label, int from, int to) implements ToolCall {}

  record QueueDraft(
      ProjectId project,
      Urgency urgency,
      Words summary,
      List<String> items,
      List<Anchor> anchors,
      Map<String, Object> context)
      implements ToolCall {}

  record Anchor(String label, String item, int from, int to) {}
}
