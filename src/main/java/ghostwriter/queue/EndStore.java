package ghostwriter.queue;

import ghostwriter.vocabulary.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The good ends of jobs: their slots and their records, in one statement however many they are.
final class EndStore {
  /// What is left to do when a job is over.
  ///
  /// @param followUp whether something was left beside it
  /// @param waits whether a job waits in its slot
  /// @param inLine whether jobs wait that are not in the slot
  record Left(JobId job, boolean followUp, boolean waits, boolean inLine) {}

  private final JdbcClient sql;

  EndStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Ends these jobs; the fence holds for each of them.
  ///
  /// @return by job; those are missing that are not their worker's any more
  Map<JobId, Left> complete(List<Ended> ends, Instant now) {
    return sql
        .sql(
            """
            with done as (
              select * from unnest(
                cast(:projects as uuid[]), cast(:epochs as bigint[]), cast(:workers as uuid[]),
                cast(:jobs as uuid[]), cast(:summaries as text[]), cast(:throughs as jsonb[]),
                cast(:usages as jsonb[]), cast(:durations as bigint[]))
                as one (project, epoch, worker, job, summary, through, usage, duration)),
            closed as (
              update draft_slot
                 set state = case when waiting_job is null then 'idle' else 'ready' end,
                     worker_id = null, running_job = null, attempts = 0
                from done
               where draft_slot.project_id = done.project and draft_slot.epoch = done.epoch
                 and draft_slot.worker_id = done.worker and draft_slot.running_job = done.job
              returning done.*, waiting_job)
            update draft_job
               set status = 'complete', completed_at = :now, generated_summary = closed.summary,
                   through = closed.through, usage = closed.usage, duration_ms = closed.duration,
                   error = null
              from closed
             where draft_job.project_id = closed.project and draft_job.id = closed.job
            returning
              draft_job.id, follow_up is not null as left_over, waiting_job is not null as waits,
              exists (
                select from draft_job other
                 where other.project_id = closed.project and other.kind = 'refine'
                   and other.status = 'queued' and other.id is distinct from waiting_job)
              or exists (
                select from draft_job other
                 where other.project_id = closed.project and other.kind = 'update'
                   and other.status = 'queued' and other.id is distinct from waiting_job) as in_line
            """)
        .param("projects", all(ends, UUID[]::new, it -> it.job().project().value()))
        .param("epochs", all(ends, Long[]::new, it -> it.job().epoch()))
        .param("workers", all(ends, UUID[]::new, it -> it.job().worker().value()))
        .param("jobs", all(ends, UUID[]::new, it -> it.job().id().value()))
        .param("summaries", all(ends, String[]::new, it -> it.finish().summary().text()))
        .param("throughs", all(ends, String[]::new, it -> it.finish().through()))
        .param("usages", all(ends, String[]::new, it -> it.finish().usage()))
        .param(
            "durations",
            all(ends, Long[]::new, it -> Duration.between(it.job().startedAt(), now).toMillis()))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Left(
                new JobId(row.getObject("id", UUID.class)),
                row.getBoolean("left_over"),
                row.getBoolean("waits"),
                row.getBoolean("in_line")))
        .list()
        .stream()
        .collect(Collectors.toMap(Left::job, Function.identity()));
  }

  private static <T> T[] all(List<Ended> ends, IntFunction<T[]> array, Function<Ended, T> what) {
    return ends.stream().map(what).toArray(array);
  }
}
