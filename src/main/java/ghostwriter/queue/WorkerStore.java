package ghostwriter.queue;

import ghostwriter.vocabulary.ProjectId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which workers are alive, and what the dead ones hold.
final class WorkerStore {
  private final JdbcClient sql;

  WorkerStore(JdbcClient sql) {
    this.sql = sql;
  }

  void beat(WorkerId worker, Instant now) {
    sql.sql(
            """
            insert into worker (id, started_at, beat_at) values (:id, :now, :now)
            on conflict (id) do update set beat_at = excluded.beat_at
            """)
        .param("id", worker.value())
        .param("now", at(now))
        .update();
  }

  void retire(WorkerId worker) {
    sql.sql("delete from worker where id = :id").param("id", worker.value()).update();
  }

  void buryWorkers(Instant deadline) {
    sql.sql("delete from worker where beat_at < :deadline")
        .param("deadline", at(deadline))
        .update();
  }

  /// Running slots whose worker has not beaten since `deadline`.
  List<ProjectId> lost(Instant deadline, int limit) {
    return sql.sql(
            """
            select project_id from draft_slot s
             where state = 'running'
               and not exists (
                 select 1 from worker w where w.id = s.worker_id and w.beat_at >= :deadline)
             limit :limit
            """)
        .param("deadline", at(deadline))
        .param("limit", limit)
        .query((row, _) -> new ProjectId(row.getObject(1, UUID.class)))
        .list();
  }

  /// Which worker runs the project's job, if it is still one without a beat since `deadline`; holds
  /// the slot.
  Optional<WorkerId> lostWorker(ProjectId project, Instant deadline) {
    return sql.sql(
            """
            select worker_id from draft_slot s
             where project_id = :project and state = 'running'
               and not exists (
                 select 1 from worker w where w.id = s.worker_id and w.beat_at >= :deadline)
               for update
            """)
        .param("project", project.value())
        .param("deadline", at(deadline))
        .query((row, _) -> new WorkerId(row.getObject(1, UUID.class)))
        .optional();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
