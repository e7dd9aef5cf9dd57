package ghostwriter.notebook;

import ghostwriter.feed.Feed;
import ghostwriter.feed.ProjectEvent.NotesChanged;
import ghostwriter.feed.ProjectEvent.TodosChanged;
import ghostwriter.feed.Transactions;
import ghostwriter.notebook.MarkResult.Marked;
import ghostwriter.notebook.Todo.Status;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The door to the notebook. Safe for many threads.
@Component
public class Notebook {
  /// A question that a section waits for.
  public record Question(SectionId section, Words text) {}

  private final JdbcClient sql;
  private final TodoStore todos;
  private final Transcripts transcripts;
  private final Feed feed;
  private final Ids ids;
  private final InstantSource clock;

  public Notebook(
      JdbcClient sql, Transcripts transcripts, Feed feed, Ids ids, InstantSource clock) {
    this.sql = sql;
    this.todos = new TodoStore(sql);
    this.transcripts = transcripts;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /// Puts a draft's questions on the list; a question that is already open is not asked twice.
  public void ask(ProjectId project, JobId job, List<Question> questions) {
    Transactions.require();
    long asked =
        questions.stream()
            .filter(question -> todos.ask(project, ids.next(), job, question, clock.instant()))
            .count();
    if (asked > 0) {
      feed.post(project, new TodosChanged());
    }
  }

  /// Closes the open questions of sections that have got their words.
  public void answered(ProjectId project, Collection<SectionId> sections) {
    Transactions.require();
    if (todos.close(project, sections) > 0) {
      feed.post(project, new TodosChanged());
    }
  }

  /// All todos, newest last.
  public List<Todo> todos(ProjectId project) {
    return todos.all(project);
  }

  /// What is still to be asked or done: the newest `limit` of it, newest first.
  public List<Todo> open(ProjectId project, int limit) {
    return todos.open(project, limit);
  }

  /// Puts something to do on the list, unless it is open there already.
  ///
  /// @return the todo's id
  public UUID remind(ProjectId project, Words text) {
    Transactions.require();
    UUID id = ids.next();
    UUID listed = todos.remind(project, id, text, clock.instant());
    if (listed.equals(id)) {
      feed.post(project, new TodosChanged());
    }
    return listed;
  }

  /// Sets how a todo stands.
  public MarkResult mark(ProjectId project, UUID todo, Status status) {
    Transactions.require();
    return todos
        .hold(project, todo)
        .map(held -> held.status() == status ? new Marked(held) : mark(project, held, status))
        .orElseGet(MarkResult.UnknownTodo::new);
  }

  private MarkResult mark(ProjectId project, Todo todo, Status status) {
    if (status == Status.OPEN && todos.isOpen(project, todo.text())) {
      return new MarkResult.OpenAnew();
    }
    todos.mark(project, todo.id(), status);
    feed.post(project, new TodosChanged());
    return new Marked(todo.with(status));
  }

  /// Keeps a note.
  public UUID note(ProjectId project, Note.Kind kind, Words text, Optional<ItemId> source) {
    Transactions.require();
    UUID id = ids.next();
    sql.sql(
            """
            insert into note (project_id, id, kind, text, session_id, item_id, created_at)
            values (:project, :id, :kind, :text, :session, :item, :now)
            """)
        .param("project", project.value())
        .param("id", id)
        .param("kind", kind.name().toLowerCase(Locale.ROOT))
        .param("text", text.text())
        .param("session", source.map(item -> item.session().value()).orElse(null))
        .param("item", source.map(ItemId::id).orElse(null))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    feed.post(project, new NotesChanged());
    return id;
  }

  /// Points to a passage.
  ///
  /// @param to where the passage ends; 0 means at the item's end
  public PointResult point(ProjectId project, ItemId item, String label, int from, int to) {
    Transactions.require();
    return Optional.ofNullable(transcripts.find(project, List.of(item)).get(item))
        .map(found -> point(project, item, label, from, to, found.text().text().length()))
        .orElseGet(PointResult.UnknownItem::new);
  }

  private PointResult point(
      ProjectId project, ItemId item, String label, int from, int to, int length) {
    int end = to == 0 ? length : to;
    if (from < 0 || end <= from || end > length) {
      return new PointResult.OutOfRange(length);
    }
    UUID id = ids.next();
    sql.sql(
            """
            insert into pointer
              (project_id, id, label, session_id, item_id, from_char, to_char, created_at)
            values (:project, :id, :label, :session, :item, :from, :to, :now)
            """)
        .param("project", project.value())
        .param("id", id)
        .param("label", label)
        .param("session", item.session().value())
        .param("item", item.id())
        .param("from", from)
        .param("to", end)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    feed.post(project, new NotesChanged());
    return new PointResult.Pointed(id);
  }

  /// The newest notes, newest first.
  public List<Note> notes(ProjectId project, int limit) {
    return sql.sql(
            """
            select id, kind, text, session_id, item_id, created_at
              from note
             where project_id = :project order by created_at desc, id desc limit :limit
            """)
        .param("project", project.value())
        .param("limit", limit)
        .query((row, _) -> note(row))
        .list();
  }

  /// Every item that a project's pointers and notes name.
  public Set<ItemId> pointedAt(ProjectId project) {
    return Set.copyOf(
        sql.sql(
                """
                select session_id, item_id from pointer where project_id = :project
                union
                select session_id, item_id from note
                 where project_id = :project and item_id is not null
                """)
            .param("project", project.value())
            .query((row, _) ->
                new ItemId(
                    new SessionId(row.getObject("session_id", UUID.class)),
                    row.getString("item_id")))
            .list());
  }

  /// All pointers, newest last.
  public List<Pointer> pointers(ProjectId project) {
    return sql.sql(
            """
            select id, label, session_id, item_id, from_char, to_char, created_at
              from pointer where project_id = :project order by id
            """)
        .param("project", project.value())
        .query((row, _) ->
            new Pointer(
                row.getObject("id", UUID.class),
                row.getString("label"),
                item(row).orElseThrow(),
                row.getInt("from_char"),
                row.getInt("to_char"),
                row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static Note note(ResultSet row) throws SQLException {
    return new Note(
        row.getObject("id", UUID.class),
        Note.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        new Words(row.getString("text")),
        item(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Optional<ItemId> item(ResultSet row) throws SQLException {
    UUID session = row.getObject("session_id", UUID.class);
    return session == null
        ? Optional.empty()
        : Optional.of(new ItemId(new SessionId(session), row.getString("item_id")));
  }
}
