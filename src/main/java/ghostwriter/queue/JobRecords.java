package ghostwriter.queue;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The record of jobs as people look at it.
final class JobRecords {
  private final JdbcClient sql;

  JobRecords(JdbcClient sql) {
    this.sql = sql;
  }

  /// How far the last complete job of a project has read, as JSON.
  Optional<String> through(ProjectId project) {
    return sql.sql(
            """
            select through::text from draft_job
             where project_id = :project and status = 'complete'
             order by completed_at desc, id desc limit 1
            """)
        .param("project", project.value())
        .query(String.class)
        .optional();
  }

  /// How drafting stands in each of these projects: the job that runs, else the one that waits,
  /// else the newest one. A job that another took in says nothing of its own.
  Map<ProjectId, JobRecord> latest(Collection<ProjectId> projects) {
    Map<ProjectId, JobRecord> latest = new HashMap<>();
    sql.sql(
            """
            select distinct on (project_id) project_id, id, kind, status, urgency, summary,
                   generated_summary, error, attempts, usage, duration_ms, created_at, started_at,
                   completed_at
              from draft_job where project_id = any(:projects) and merged_into is null
             order by project_id, status = 'running' desc, status = 'queued' desc, id desc
            """)
        .param("projects", projects.stream().map(ProjectId::value).toArray(UUID[]::new))
        .query(row -> {
          latest.put(new ProjectId(row.getObject("project_id", UUID.class)), record(row));
        });
    return latest;
  }

  Optional<JobRecord> find(ProjectId project, JobId job) {
    return sql.sql(
            """
            select id, kind, status, urgency, summary, generated_summary, error, attempts, usage,
                   duration_ms, created_at, started_at, completed_at
              from draft_job where project_id = :project and id = :job
            """)
        .param("project", project.value())
        .param("job", job.value())
        .query((row, _) -> record(row))
        .optional();
  }

  /// A project's jobs, newest first.
  List<JobRecord> list(ProjectId project, int limit) {
    return sql.sql(
            """
            select id, kind, status, urgency, summary, generated_summary, error, attempts, usage,
                   duration_ms, created_at, started_at, completed_at
              from draft_job where project_id = :project order by id desc limit :limit
            """)
        .param("project", project.value())
        .param("limit", limit)
        .query((row, _) -> record(row))
        .list();
  }

  BigDecimal spent(ProjectId project) {
    return sql.sql(
            """
            select coalesce(sum(cast(usage ->> 'cost' as numeric)), 0)
              from draft_job where project_id = :project and usage is not null
            """)
        .param("project", project.value())
        .query(BigDecimal.class)
        .single();
  }

  BigDecimal spentSince(Instant start) {
    return sql.sql(
            """
            select coalesce(sum(cast(usage ->> 'cost' as numeric)), 0)
              from draft_job where started_at >= :start and usage is not null
            """)
        .param("start", start.atOffset(ZoneOffset.UTC))
        .query(BigDecimal.class)
        .single();
  }

  static JobRecord record(ResultSet row) throws SQLException {
    return new JobRecord(
        new JobId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        JobStatus.of(row.getString("status")),
        Urgency.ofLevel(row.getInt("urgency")),
        new Words(row.getString("summary")),
        Optional.ofNullable(row.getString("generated_summary")).map(Words::new),
        Optional.ofNullable(row.getString("error")),
        row.getInt("attempts"),
        Optional.ofNullable(row.getString("usage")),
        Optional.ofNullable(row.getObject("duration_ms", Long.class)),
        instant(row, "created_at").orElseThrow(),
        instant(row, "started_at"),
        instant(row, "completed_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
