package ghostwriter.web;

import ghostwriter.notebook.MarkResult;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Notebook;
import ghostwriter.notebook.Todo;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Notes, open questions and other things to do.
@RestController
class NotebookController {
  private static final int MAX_NOTES = 500;

  record NoteView(
      UUID id,
      String kind,
      String text,
      @Nullable SessionId sessionId,
      @Nullable String itemId,
      Instant createdAt) {}

  record TodoView(
      UUID id, String text, String status, @Nullable SectionId sectionId, Instant createdAt) {}

  record StatusForm(@Nullable String status) {}

  private final Notebook notebook;
  private final Access access;
  private final TransactionTemplate transaction;

  NotebookController(Notebook notebook, Access access, PlatformTransactionManager transactions) {
    this.notebook = notebook;
    this.access = access;
    this.transaction = new TransactionTemplate(transactions);
  }

  @GetMapping("/api/projects/{project}/notes")
  List<NoteView> notes(@PathVariable ProjectId project) {
    access.read(project);
    return notebook.notes(project, MAX_NOTES).stream().map(NotebookController::view).toList();
  }

  @GetMapping("/api/projects/{project}/todos")
  List<TodoView> todos(@PathVariable ProjectId project) {
    access.read(project);
    return notebook.todos(project).stream().map(NotebookController::view).toList();
  }

  @PostMapping("/api/projects/{project}/todos/{todo}")
  TodoView mark(
      @PathVariable ProjectId project, @PathVariable UUID todo, @RequestBody StatusForm form) {
    access.write(project);
    Todo.Status status = Given.status(form.status());
    return switch (transaction.execute(_ -> notebook.mark(project, todo, status))) {
      case MarkResult.Marked(Todo marked) -> view(marked);
      case MarkResult.UnknownTodo() ->
          throw Problem.notFound("There is no such todo; look at the project's list of todos.");
      case MarkResult.OpenAnew() ->
          throw Problem.conflict(
              "The same is open on the list already; look at the project's list of todos.");
    };
  }

  private static NoteView view(Note note) {
    return new NoteView(
        note.id(),
        note.kind().name().toLowerCase(Locale.ROOT),
        note.text().text(),
        note.source().map(ItemId::session).orElse(null),
        note.source().map(ItemId::id).orElse(null),
        note.createdAt());
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
