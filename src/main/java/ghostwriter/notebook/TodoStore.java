package ghostwriter.notebook;

import ghostwriter.notebook.Notebook.Question;
import ghostwriter.notebook.Todo.Status;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The todos' rows.
final class TodoStore {
  private final JdbcClient sql;

  TodoStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// @return whether the question was not open already
  boolean ask(ProjectId project, UUID id, JobId job, Question question, Instant now) {
    return sql.sql(
                """
                insert into todo (project_id, id, text, status, section_id, job_id, created_at)
                values (:project, :id, :text, 'open', :section, :job, :now)
                on conflict (project_id, md5(text)) where status = 'open' do nothing
                """)
            .param("project", project.value())
            .param("id", id)
            .param("text", question.text().text())
            .param("section", question.section().value())
            .param("job", job.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  /// @return the todo of that text: this one, or the one that is open already
  UUID remind(ProjectId project, UUID id, Words text, Instant now) {
    return sql.sql(
            """
            insert into todo (project_id, id, text, status, created_at)
            values (:project, :id, :text, 'open', :now)
            on conflict (project_id, md5(text)) where status = 'open'
              do update set status = excluded.status
            returning id
            """)
        .param("project", project.value())
        .param("id", id)
        .param("text", text.text())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .single();
  }

  /// @return how many were closed
  int close(ProjectId project, Collection<SectionId> sections) {
    return sql.sql(
            """
            update todo set status = 'done'
             where project_id = :project and status = 'open' and section_id = any(:sections)
            """)
        .param("project", project.value())
        .param("sections", sections.stream().map(SectionId::value).toArray(UUID[]::new))
        .update();
  }

  void mark(ProjectId project, UUID todo, Status status) {
    sql.sql("update todo set status = :status where project_id = :project and id = :id")
        .param("status", status.name().toLowerCase(Locale.ROOT))
        .param("project", project.value())
        .param("id", todo)
        .update();
  }

  boolean isOpen(ProjectId project, Words text) {
    return sql.sql(
            """
            select exists (
              select 1 from todo
               where project_id = :project and status = 'open' and md5(text) = md5(:text))
            """)
        .param("project", project.value())
        .param("text", text.text())
        .query(Boolean.class)
        .single();
  }

  /// All of them, newest last.
  List<Todo> all(ProjectId project) {
    return sql.sql(
            """
            select id, text, status, section_id, created_at
              from todo where project_id = :project order by id
            """)
        .param("project", project.value())
        .query((row, _) -> todo(row))
        .list();
  }

  /// The newest open ones, newest first.
  List<Todo> open(ProjectId project, int limit) {
    return sql.sql(
            """
            select id, text, status, section_id, created_at
              from todo
             where project_id = :project and status = 'open'
             order by created_at desc, id desc limit :limit
            """)
        .param("project", project.value())
        .param("limit", limit)
        .query((row, _) -> todo(row))
        .list();
  }

  /// One of them, held until the end of the transaction.
  Optional<Todo> hold(ProjectId project, UUID todo) {
    return sql.sql(
            """
            select id, text, status, section_id, created_at
              from todo where project_id = :project and id = :id for no key update
            """)
        .param("project", project.value())
        .param("id", todo)
        .query((row, _) -> todo(row))
        .optional();
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
