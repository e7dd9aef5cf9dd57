package ghostwriter.queue;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What only the operator asks of slots and jobs.
final class CareStore {
  private static final String ALL =
      String.join(",", Arrays.stream(JobStatus.values()).map(JobStatus::word).toList());

  private final JdbcClient sql;
  private final JobStore jobs;

  CareStore(JdbcClient sql, JobStore jobs) {
    this.sql = sql;
    this.jobs = jobs;
  }

  Map<JobStatus, Long> counts() {
    var counts = new EnumMap<JobStatus, Long>(JobStatus.class);
    for (JobStatus status : JobStatus.values()) {
      counts.put(status, 0L);
    }
    sql.sql("select status, count(*) from draft_job group by status")
        .query(row -> {
          counts.put(JobStatus.of(row.getString(1)), row.getLong(2));
        });
    return counts;
  }

  Optional<Instant> oldestQueued() {
    return sql.sql("select created_at from draft_job where status = 'queued' order by id limit 1")
        .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  /// Those that run, then those that wait, then the others; newest first. Looked up status by
  /// status, so that no list needs to be sorted as a whole.
  List<ListedJob> list(Optional<JobStatus> status, int limit) {
    return sql.sql(
            """
            select j.project_id, j.id, j.kind, j.status, j.urgency, j.summary, j.generated_summary,
                   j.error, j.attempts, j.usage, j.duration_ms, j.created_at, j.started_at,
                   j.completed_at, j.merged_into
              from unnest(string_to_array(:statuses, ',')) as one (status)
             cross join lateral (
               select * from draft_job where status = one.status order by id desc limit :limit) as j
             order by case j.status when 'running' then 1 when 'queued' then 2 else 3 end, j.id desc
             limit :limit
            """)
        .param("statuses", status.map(JobStatus::word).orElse(ALL))
        .param("limit", limit)
        .query((row, _) ->
            new ListedJob(
                new ProjectId(row.getObject("project_id", UUID.class)),
                JobRecords.record(row),
                uuid(row, "merged_into").map(JobId::new)))
        .list();
  }

  Optional<JobInFull> find(JobId job) {
    return sql.sql(
            """
            select j.*, s.worker_id, s.due_at, s.running_job, s.waiting_job
              from draft_job j left join draft_slot s on s.project_id = j.project_id
             where j.status = any(string_to_array(:statuses, ',')) and j.id = :job
            """)
        .param("statuses", ALL)
        .param("job", job.value())
        .query((row, _) -> inFull(row))
        .optional();
  }

  private JobInFull inFull(ResultSet row) throws SQLException {
    JobRecord job = JobRecords.record(row);
    return new JobInFull(
        job,
        jobs.request(row),
        uuid(row, "worker_id").filter(_ -> job.status() == JobStatus.RUNNING).map(WorkerId::new),
        row.getLong("epoch"),
        uuid(row, "waiting_job").filter(job.id().value()::equals).isPresent()
            ? Optional.of(row.getObject("due_at", OffsetDateTime.class).toInstant())
            : Optional.empty(),
        uuid(row, "merged_into").map(JobId::new));
  }

  private static Optional<UUID> uuid(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  /// The job as it stands, and stays until the transaction ends: its project's slot is held.
  Optional<JobInFull> hold(JobId job) {
    return find(job).filter(found -> lock(found.request().project())).flatMap(_ -> find(job));
  }

  private boolean lock(ProjectId project) {
    return sql.sql("select true from draft_slot where project_id = :project for update")
        .param("project", project.value())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /// Lets everything that waits start at `now`, or as soon as it moves up into its slot.
  ///
  /// @return the project of each job whose time had not come yet
  List<ProjectId> makeDue(Instant now) {
    UUID[] held = holdWaiting(now);
    return sql.sql(
            """
            with waiting as (
              select job.project_id, job.id
                from draft_job job join draft_slot slot on slot.project_id = job.project_id
               where job.status = 'queued' and job.project_id = any(:held)
                 and case when job.id = slot.waiting_job then slot.due_at > :now
                          else job.released_at is null
                           and job.created_at > case job.urgency when 0 then :low
                                                                 when 1 then :normal
                                                                 else :now end
                     end),
            released as (
              update draft_job set released_at = :now from waiting
               where draft_job.project_id = waiting.project_id and draft_job.id = waiting.id),
            due as (
              update draft_slot set due_at = :now from waiting
               where draft_slot.project_id = waiting.project_id
                 and draft_slot.waiting_job = waiting.id)
            select project_id from waiting
            """)
        .param("held", held)
        .param("now", at(now))
        .param("low", at(now.minus(QueueRules.delay(Urgency.LOW))))
        .param("normal", at(now.minus(QueueRules.delay(Urgency.NORMAL))))
        .query((row, _) -> new ProjectId(row.getObject(1, UUID.class)))
        .list();
  }

  /// The slots of all projects where something may wait for its time, held in one order, so that
  /// two that do so cannot wait for each other.
  private UUID[] holdWaiting(Instant now) {
    return sql.sql(
            """
            select project_id from draft_slot
             where project_id in (
               select project_id from draft_slot where state = 'ready' and due_at > :now
               union all
               select project_id from draft_slot
                where state = 'running' and waiting_job is not null and due_at > :now
               union all
               select project_id from draft_job where status = 'queued' and created_at > :low)
             order by project_id
               for update
            """)
        .param("now", at(now))
        .param("low", at(now.minus(QueueRules.delay(Urgency.LOW))))
        .query(UUID.class)
        .list()
        .toArray(UUID[]::new);
  }

  /// Nothing waits in the slot any more; one that was ready is idle. It stays as it is where the
  /// job stands behind another.
  void dropWaiting(JobInFull job) {
    sql.sql(
            """
            update draft_slot
               set waiting_job = null,
                   attempts = case state when 'ready' then 0 else attempts end,
                   state = case state when 'ready' then 'idle' else state end
             where project_id = :project and waiting_job = :job
            """)
        .param("project", job.request().project().value())
        .param("job", job.job().id().value())
        .update();
  }

  /// The run is over, whatever its worker thinks: the fence is raised.
  void stopRunning(JobInFull job) {
    sql.sql(
            """
            update draft_slot
               set state = case when waiting_job is null then 'idle' else 'ready' end,
                   worker_id = null, running_job = null, attempts = 0, epoch = epoch + 1
             where project_id = :project and running_job = :job
            """)
        .param("project", job.request().project().value())
        .param("job", job.job().id().value())
        .update();
  }

  void cancel(JobInFull job, Instant now) {
    sql.sql(
            """
            update draft_job set status = 'cancelled', completed_at = :now
             where project_id = :project and id = :job
            """)
        .param("now", at(now))
        .param("project", job.request().project().value())
        .param("job", job.job().id().value())
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
