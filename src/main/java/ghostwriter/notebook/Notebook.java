package ghostwriter.notebook;

import ghostwriter.feed.Feed;
import ghostwriter.feed.ProjectEvent.NotesChanged;
import ghostwriter.feed.ProjectEvent.TodosChanged;
import ghostwriter.feed.Transactions;
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
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The door to the notebook. Safe for many threads.
@Component
public class Notebook {
  /// A question that a section waits for.
  public record Question(SectionId section, Words text) {}

  private final JdbcClient sql;
  private final Transcripts transcripts;
  private final Feed feed;
  private final Ids ids;
  private final InstantSource clock;

  public Notebook(
      JdbcClient sql, Transcripts transcripts, Feed feed, Ids ids, InstantSource clock) {
    this.sql = sql;
    this.transcripts = transcripts;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /// Puts a draft's questions on the list; a question that is already open is not asked twice.
  public void ask(ProjectId project, JobId job, List<Question> questions) {
    Transactions.require();
    int asked = questions.stream().mapToInt(question -> ask(project, job, question)).sum();
    if (asked > 0) {
      feed.post(project, new TodosChanged());
    }
  }

  private int ask(ProjectId project, JobId job, Question question) {
    return sql.sql(
            """
            insert into todo (project_id, id, text, status, section_id, job_id, created_at)
            values (:project, :id, :text, 'open', :section, :job, :now)
            on conflict (project_id, md5(text)) where status = 'open' do nothing
            """)
        .param("project", project.value())
        .param("id", ids.next())
        .param("text", question.text().text())
        .param("section", question.section().value())
        .param("job", job.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Closes the open questions of sections that have got their words.
  public void answered(ProjectId project, Collection<SectionId> sections) {
    Transactions.require();
    int closed =
        sql.sql(
                """
                update todo set status = 'done'
                 where project_id = :project and status = 'open' and section_id = any(:sections)
                """)
            .param("project", project.value())
            .param("sections", sections.stream().map(SectionId::value).toArray(UUID[]::new))
            .update();
    if (closed > 0) {
      feed.post(project, new TodosChanged());
    }
  }

  /// All todos, newest last.
  public List<Todo> todos(ProjectId project) {
    return sql.sql(
            """
            select id, text, status, section_id, created_at
              from todo where project_id = :project order by id
            """)
        .param("project", project.value())
        .query((row, _) -> todo(row))
        .list();
  }

  /// Puts something to do on the list.
  public UUID remind(ProjectId project, Words text) {
    Transactions.require();
    UUID id = ids.next();
    sql.sql(
            """
            insert into todo (project_id, id, text, status, created_at)
            values (:project, :id, :text, 'open', :now)
            on conflict (project_id, md5(text)) where status = 'open' do nothing
            """)
        .param("project", project.value())
        .param("id", id)
        .param("text", text.text())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    feed.post(project, new TodosChanged());
    return id;
  }

  /// Sets how a todo stands.
  ///
  /// @return whether there is such a todo
  public boolean mark(ProjectId project, UUID todo, Status status) {
    Transactions.require();
    int marked =
        sql.sql("update todo set status = :status where project_id = :project and id = :id")
            .param("status", status.name().toLowerCase(Locale.ROOT))
            .param("project", project.value())
            .param("id", todo)
            .update();
    if (marked > 0) {
      feed.post(project, new TodosChanged());
    }
    return marked > 0;
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

  /// All notes, newest last.
  public List<Note> notes(ProjectId project) {
    return sql.sql(
            """
            select id, kind, text, session_id, item_id, created_at
              from note where project_id = :project order by id
            """)
        .param("project", project.value())
        .query((row, _) -> note(row))
        .list();
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

  private static Todo todo(ResultSet row) throws SQLException {
    return new Todo(
        row.getObject("id", UUID.class),
        new Words(row.getString("text")),
        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getObject("section_id", UUID.class)).map(SectionId::new),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
