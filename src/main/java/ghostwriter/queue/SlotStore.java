package ghostwriter.queue;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The slots: one row a project, one statement a transition.
final class SlotStore {
  enum State {
    IDLE,
    READY,
    RUNNING
  }

  /// @param urgency of the waiting job
  /// @param dueAt when the waiting job may start
  /// @param attempts of the running job; where none runs, of the waiting one
  record Slot(
      State state,
      Urgency urgency,
      Instant dueAt,
      int attempts,
      Optional<JobId> running,
      Optional<JobId> waiting) {
    /// Whether the waiting job has failed before.
    boolean backsOff() {
      return state == State.READY && attempts > 0;
    }
  }

  record Claim(ProjectId project, JobId job, long epoch, int attempts) {}

  /// A job that runs under a fence.
  record Run(JobId job, long epoch) {
    static Run of(DraftJob job) {
      return new Run(job.id(), job.epoch());
    }
  }

  private final JdbcClient sql;

  SlotStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The project's slot, made where there is none, held until the transaction ends.
  Slot lock(ProjectId project, Instant now) {
    return sql.sql(
            """
            insert into draft_slot (project_id, state, urgency, due_at, attempts, epoch)
            values (:project, 'idle', 0, :now, 0, 0)
            on conflict (project_id) do update set epoch = draft_slot.epoch
            returning state, urgency, due_at, attempts, running_job, waiting_job
            """)
        .param("project", project.value())
        .param("now", at(now))
        .query((row, _) -> slot(row))
        .single();
  }

  /// The slot of a job that its worker still holds, held until the transaction ends.
  ///
  /// @throws LeaseLost where the job is not this worker's any more
  Slot hold(DraftJob job) {
    return sql.sql(
            """
            select state, urgency, due_at, attempts, running_job, waiting_job
              from draft_slot
             where project_id = :project and epoch = :epoch and worker_id = :worker
               and running_job = :job
               for update
            """)
        .param("project", job.project().value())
        .param("epoch", job.epoch())
        .param("worker", job.worker().value())
        .param("job", job.id().value())
        .query((row, _) -> slot(row))
        .optional()
        .orElseThrow(() -> new LeaseLost(job));
  }

  /// Whether the job's worker still has it.
  boolean holds(DraftJob job) {
    return sql.sql(
            """
            select exists (
              select from draft_slot
               where project_id = :project and epoch = :epoch and worker_id = :worker
                 and running_job = :job)
            """)
        .param("project", job.project().value())
        .param("epoch", job.epoch())
        .param("worker", job.worker().value())
        .param("job", job.id().value())
        .query(Boolean.class)
        .single();
  }

  private static Slot slot(ResultSet row) throws SQLException {
    return new Slot(
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Urgency.ofLevel(row.getInt("urgency")),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        job(row, "running_job"),
        job(row, "waiting_job"));
  }

  private static Optional<JobId> job(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class)).map(JobId::new);
  }

  /// Sets what waits; an idle slot becomes ready.
  void await(ProjectId project, JobId job, Urgency urgency, Instant due) {
    sql.sql(
            """
            update draft_slot
               set waiting_job = :job, urgency = :urgency, due_at = :due,
                   state = case state when 'idle' then 'ready' else state end
             where project_id = :project
            """)
        .param("project", project.value())
        .param("job", job.value())
        .param("urgency", urgency.level())
        .param("due", at(due))
        .update();
  }

  /// Each part reads an index in its order, whatever is known of the table, and stops at the limit.
  static final String CLAIM =
      """
      with aged as (
        select project_id from draft_slot
         where state = 'ready' and due_at <= :overdue
         order by due_at limit :limit for update skip locked),
      urgent as (
        select s.project_id
          from (values (2), (1), (0)) as level (urgency)
         cross join lateral (
           select project_id from draft_slot
            where state = 'ready' and urgency = level.urgency
              and due_at <= :now and due_at > :overdue
            order by due_at limit :limit for update skip locked) as s),
      chosen as (
        select project_id from aged union all select project_id from urgent limit :limit)
      update draft_slot
         set state = 'running', worker_id = :worker, running_job = waiting_job,
             waiting_job = null, epoch = epoch + 1, attempts = attempts + 1
       where project_id in (select project_id from chosen)
      returning project_id, running_job, epoch, attempts
      """;

  /// Claims the slots whose turn it is: first whoever has waited longer than the patience, then by
  /// urgency and due time.
  List<Claim> claim(WorkerId worker, int limit, Instant now, Duration patience) {
    return sql.sql(CLAIM)
        .param("worker", worker.value())
        .param("limit", limit)
        .param("now", at(now))
        .param("overdue", at(now.minus(patience)))
        .query((row, _) -> claim(row))
        .list();
  }

  private static Claim claim(ResultSet row) throws SQLException {
    return new Claim(
        new ProjectId(row.getObject("project_id", UUID.class)),
        new JobId(row.getObject("running_job", UUID.class)),
        row.getLong("epoch"),
        row.getInt("attempts"));
  }

  /// The run is over: idle again, or ready where a request waits.
  ///
  /// @return whether jobs wait that are not in the slot
  /// @throws LeaseLost where the job is not this worker's any more
  boolean close(DraftJob job) {
    return sql.sql(
            """
            update draft_slot s
               set state = case when waiting_job is null then 'idle' else 'ready' end,
                   worker_id = null, running_job = null, attempts = 0
             where project_id = :project and epoch = :epoch and worker_id = :worker
               and running_job = :job
            returning
              exists (
                select 1 from draft_job j
                 where j.project_id = s.project_id and j.kind = 'refine' and j.status = 'queued'
                   and j.id is distinct from s.waiting_job)
              or exists (
                select 1 from draft_job j
                 where j.project_id = s.project_id and j.kind = 'update' and j.status = 'queued'
                   and j.id is distinct from s.waiting_job)
            """)
        .param("project", job.project().value())
        .param("epoch", job.epoch())
        .param("worker", job.worker().value())
        .param("job", job.id().value())
        .query(Boolean.class)
        .optional()
        .orElseThrow(() -> new LeaseLost(job));
  }

  /// The same job waits again.
  ///
  /// @param attempts how many attempts it has had
  void reopen(DraftJob job, Urgency urgency, Instant due, int attempts) {
    fenced(
        job,
        sql.sql(
                """
                update draft_slot
                   set state = 'ready', worker_id = null, running_job = null,
                       waiting_job = :job, urgency = :urgency, due_at = :due, attempts = :attempts
                 where project_id = :project and epoch = :epoch and worker_id = :worker
                   and running_job = :job
                """)
            .param("project", job.project().value())
            .param("epoch", job.epoch())
            .param("worker", job.worker().value())
            .param("job", job.id().value())
            .param("urgency", urgency.level())
            .param("due", at(due))
            .param("attempts", attempts)
            .update());
  }

  private static void fenced(DraftJob job, int rows) {
    if (rows == 0) {
      throw new LeaseLost(job);
    }
  }

  /// What runs in the projects of these jobs.
  Set<Run> running(Collection<DraftJob> jobs) {
    return sql.sql(
            """
            select running_job, epoch from draft_slot
             where project_id = any(:projects) and state = 'running'
            """)
        .param("projects", jobs.stream().map(job -> job.project().value()).toArray(UUID[]::new))
        .query((row, _) ->
            new Run(new JobId(row.getObject("running_job", UUID.class)), row.getLong("epoch")))
        .set();
  }

  /// How many slots could be claimed now.
  int due(Instant now) {
    return sql.sql("select count(*) from draft_slot where state = 'ready' and due_at <= :now")
        .param("now", at(now))
        .query(Integer.class)
        .single();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
