package ghostwriter.queue;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The jobs of a project that wait: the one that comes next is in the slot, the others stand behind
/// it. Read while the slot is held.
final class LineStore {
  /// A job that waits.
  ///
  /// @param releasedAt since when it need not wait for its time any more
  record Waiting(JobId job, Urgency urgency, Instant createdAt, Optional<Instant> releasedAt) {
    Instant dueAt() {
      Instant own = createdAt.plus(QueueRules.delay(urgency));
      return releasedAt.filter(own::isAfter).orElse(own);
    }
  }

  private final JdbcClient sql;
  private final JsonMapper json;

  LineStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /// The update that waits, wherever in the line.
  Optional<JobId> update(ProjectId project) {
    return sql.sql(
            """
            select id from draft_job
             where project_id = :project and kind = 'update' and status = 'queued'
            """)
        .param("project", project.value())
        .query((row, _) -> new JobId(row.getObject("id", UUID.class)))
        .optional();
  }

  /// A refinement with the same task that is not over.
  Optional<JobId> refinement(ProjectId project, Map<String, Object> task) {
    return sql.sql(
            """
            select id from draft_job
             where project_id = :project and kind = 'refine' and status in ('queued', 'running')
               and prompt_context = cast(:task as jsonb)
             order by id limit 1
            """)
        .param("project", project.value())
        .param("task", json.writeValueAsString(task))
        .query((row, _) -> new JobId(row.getObject("id", UUID.class)))
        .optional();
  }

  /// Whose turn it is among all that wait: first whoever was asked for before `overdue`, then by
  /// urgency and age.
  Optional<Waiting> next(ProjectId project, Instant overdue) {
    return sql.sql(
            """
            select id, urgency, created_at, released_at from draft_job
             where project_id = :project and status = 'queued' and kind in ('update', 'refine')
             order by created_at <= :overdue desc, urgency desc, id
             limit 1
            """)
        .param("project", project.value())
        .param("overdue", overdue.atOffset(ZoneOffset.UTC))
        .query((row, _) -> waiting(row))
        .optional();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        new JobId(row.getObject("id", UUID.class)),
        Urgency.ofLevel(row.getInt("urgency")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("released_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
