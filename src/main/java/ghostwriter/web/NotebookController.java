package ghostwriter.web;

import ghostwriter.notebook.Notebook;
import ghostwriter.notebook.Todo;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Open questions and other things to do.
@RestController
class NotebookController {
  record TodoView(
      UUID id, String text, String status, @Nullable SectionId sectionId, Instant createdAt) {}

  private final Notebook notebook;
  private final Access access;

  NotebookController(Notebook notebook, Access access) {
    this.notebook = notebook;
    this.access = access;
  }

  @GetMapping("/api/projects/{project}/todos")
  List<TodoView> todos(@PathVariable ProjectId project) {
    access.read(project);
    return notebook.todos(project).stream().map(NotebookController::view).toList();
  }

  private static TodoView view(Todo todo) {
    return new TodoView(
        todo.id(),
        todo.text().text(),
        todo.status().name().toLowerCase(Locale.ROOT),
        todo.section().orElse(null),
        todo.createdAt());
  }
}
