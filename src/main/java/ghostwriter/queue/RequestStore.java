package ghostwriter.queue;

import ghostwriter.vocabulary.JobId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The last request for each summary, which a repetition collapses into.
final class RequestStore {
  private final JdbcClient sql;

  RequestStore(JdbcClient sql) {
    this.sql = sql;
  }

  void remember(DraftRequest request, JobId job, Instant now) {
    sql.sql(
            """
            insert into draft_request (project_id, summary_hash, urgency, job_id, at)
            values (:project, :hash, :urgency, :job, :now)
            on conflict (project_id, summary_hash) do update
              set urgency = excluded.urgency, job_id = excluded.job_id, at = excluded.at
            """)
        .param("project", request.project().value())
        .param("hash", request.summaryHash())
        .param("urgency", request.urgency().level())
        .param("job", job.value())
        .param("now", at(now))
        .update();
  }

  void forget(Instant before) {
    sql.sql("delete from draft_request where at < :before").param("before", at(before)).update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
