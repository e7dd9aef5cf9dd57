package ghostwriter.notebook;

import ghostwriter.feed.Feed;
import ghostwriter.feed.ProjectEvent.TodosChanged;
import ghostwriter.feed.Transactions;
import ghostwriter.notebook.Todo.Status;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
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
  private final Feed feed;
  private final Ids ids;
  private final InstantSource clock;

  public Notebook(JdbcClient sql, Feed feed, Ids ids, InstantSource clock) {
    this.sql = sql;
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

  private static Todo todo(ResultSet row) throws SQLException {
    return new Todo(
        row.getObject("id", UUID.class),
        new Words(row.getString("text")),
        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getObject("section_id", UUID.class)).map(SectionId::new),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
