package ghostwriter.queue;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// The record of jobs as the queue changes it.
final class JobStore {
  /// An earlier request with the same summary.
  record Earlier(JobId job, JobStatus status, Asked asked) {}

  private final JdbcClient sql;
  private final JsonMapper json;
  private final ObjectReader pointers;
  private final ObjectReader anchors;
  private final ObjectReader context;

  JobStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
    this.pointers = json.readerFor(new TypeReference<List<ItemId>>() {});
    this.anchors = json.readerFor(new TypeReference<List<TranscriptAnchor>>() {});
    this.context = json.readerFor(new TypeReference<Map<String, Object>>() {});
  }

  void insert(
      ProjectId project,
      JobId job,
      JobKind kind,
      @Nullable SessionId session,
      Asked asked,
      Instant now) {
    sql.sql(
            """
            insert into draft_job
              (project_id, id, session_id, kind, status, urgency, summary, message_pointers,
               transcript_anchors, prompt_context, created_at)
            values
              (:project, :job, :session, :kind, 'queued', :urgency, :summary,
               cast(:pointers as jsonb), cast(:anchors as jsonb), cast(:context as jsonb), :now)
            """)
        .param("project", project.value())
        .param("job", job.value())
        .param("kind", kind.word())
        .param("session", session == null ? null : session.value())
        .param("urgency", asked.urgency().level())
        .param("summary", asked.summary().text())
        .param("pointers", json.writeValueAsString(asked.messagePointers()))
        .param("anchors", json.writeValueAsString(asked.transcriptAnchors()))
        .param("context", json.writeValueAsString(asked.promptContext()))
        .param("now", at(now))
        .update();
  }

  void write(ProjectId project, JobId job, Asked asked) {
    sql.sql(
            """
            update draft_job
               set urgency = :urgency, summary = :summary,
                   message_pointers = cast(:pointers as jsonb),
                   transcript_anchors = cast(:anchors as jsonb),
                   prompt_context = cast(:context as jsonb)
             where project_id = :project and id = :job
            """)
        .param("project", project.value())
        .param("job", job.value())
        .param("urgency", asked.urgency().level())
        .param("summary", asked.summary().text())
        .param("pointers", json.writeValueAsString(asked.messagePointers()))
        .param("anchors", json.writeValueAsString(asked.transcriptAnchors()))
        .param("context", json.writeValueAsString(asked.promptContext()))
        .update();
  }

  Asked asked(ProjectId project, JobId job) {
    return sql.sql(
            """
            select urgency, summary, message_pointers::text, transcript_anchors::text,
                   prompt_context::text
              from draft_job where project_id = :project and id = :job
            """)
        .param("project", project.value())
        .param("job", job.value())
        .query((row, _) -> asked(row))
        .single();
  }

  /// What the job of a whole row was asked for.
  DraftRequest request(ResultSet row) throws SQLException {
    Asked asked = asked(row);
    return new DraftRequest(
        JobKind.of(row.getString("kind")),
        new ProjectId(row.getObject("project_id", UUID.class)),
        Optional.ofNullable(row.getObject("session_id", UUID.class)).map(SessionId::new),
        asked.urgency(),
        asked.summary(),
        asked.messagePointers(),
        asked.transcriptAnchors(),
        asked.promptContext());
  }

  private Asked asked(ResultSet row) throws SQLException {
    return new Asked(
        Urgency.ofLevel(row.getInt("urgency")),
        new Words(row.getString("summary")),
        pointers.<List<ItemId>>readValue(row.getString("message_pointers")),
        anchors.<List<TranscriptAnchor>>readValue(row.getString("transcript_anchors")),
        context.<Map<String, Object>>readValue(row.getString("prompt_context")));
  }

  /// Whether the model's answer for the job is there already. Waits for one that is just being
  /// kept, and lets none be kept until the transaction ends: it is the one thing about a job that
  /// its worker writes without holding the slot.
  boolean isAnswered(ProjectId project, JobId job) {
    return sql.sql(
            """
            select answer is not null from draft_job
             where project_id = :project and id = :job
               for update
            """)
        .param("project", project.value())
        .param("job", job.value())
        .query(Boolean.class)
        .single();
  }

  /// The request with this summary that a new one of this urgency would only repeat: not older than
  /// `since`, not less urgent, and its job neither failed nor withdrawn.
  Optional<Earlier> earlier(ProjectId project, byte[] summaryHash, Urgency urgency, Instant since) {
    return sql.sql(
            """
            select j.id, j.status, j.urgency, j.summary, j.message_pointers::text,
                   j.transcript_anchors::text, j.prompt_context::text
              from draft_request r
              join draft_job j on j.project_id = r.project_id and j.id = r.job_id
             where r.project_id = :project and r.summary_hash = :hash
               and r.at > :since and r.urgency >= :urgency
               and j.status in ('queued', 'running', 'complete')
            """)
        .param("project", project.value())
        .param("hash", summaryHash)
        .param("since", at(since))
        .param("urgency", urgency.level())
        .query((row, _) -> earlier(row))
        .optional();
  }

  private Earlier earlier(ResultSet row) throws SQLException {
    return new Earlier(
        new JobId(row.getObject("id", UUID.class)),
        JobStatus.of(row.getString("status")),
        asked(row));
  }

  /// Leaves a wish beside a job that cannot bring it in any more.
  void leave(ProjectId project, JobId job, FollowUp wish) {
    FollowUp both = followUp(project, job).map(left -> left.and(wish)).orElse(wish);
    setFollowUp(project, job, json.writeValueAsString(both));
  }

  /// Takes away what was left beside a job.
  Optional<FollowUp> takeFollowUp(ProjectId project, JobId job) {
    Optional<FollowUp> left = followUp(project, job);
    left.ifPresent(_ -> setFollowUp(project, job, null));
    return left;
  }

  private Optional<FollowUp> followUp(ProjectId project, JobId job) {
    return sql.sql(
            """
            select follow_up::text from draft_job
             where project_id = :project and id = :job and follow_up is not null
            """)
        .param("project", project.value())
        .param("job", job.value())
        .query(String.class)
        .optional()
        .map(left -> json.readValue(left, FollowUp.class));
  }

  private void setFollowUp(ProjectId project, JobId job, @Nullable String left) {
    sql.sql(
            """
            update draft_job set follow_up = cast(:left as jsonb)
             where project_id = :project and id = :job
            """)
        .param("left", left)
        .param("project", project.value())
        .param("job", job.value())
        .update();
  }

  /// Begins these jobs, in one statement.
  List<DraftJob> start(List<SlotStore.Claim> claims, WorkerId worker, Instant now) {
    return sql.sql(
            """
            update draft_job
               set status = 'running', epoch = claim.epoch, attempts = claim.attempts,
                   started_at = :now
              from unnest(
                cast(:projects as uuid[]), cast(:jobs as uuid[]), cast(:epochs as bigint[]),
                cast(:attempts as int[])) as claim (project, job, epoch, attempts)
             where project_id = claim.project and id = claim.job
            returning draft_job.*
            """)
        .param("projects", claims.stream().map(it -> it.project().value()).toArray(UUID[]::new))
        .param("jobs", claims.stream().map(it -> it.job().value()).toArray(UUID[]::new))
        .param("epochs", claims.stream().map(SlotStore.Claim::epoch).toArray(Long[]::new))
        .param("attempts", claims.stream().map(SlotStore.Claim::attempts).toArray(Integer[]::new))
        .param("now", at(now))
        .query((row, _) -> job(row, worker))
        .list();
  }

  /// The job that a project runs.
  DraftJob running(ProjectId project, WorkerId worker) {
    return sql.sql("select * from draft_job where project_id = :project and status = 'running'")
        .param("project", project.value())
        .query((row, _) -> job(row, worker))
        .single();
  }

  private DraftJob job(ResultSet row, WorkerId worker) throws SQLException {
    Asked asked = asked(row);
    return new DraftJob(
        new ProjectId(row.getObject("project_id", UUID.class)),
        new JobId(row.getObject("id", UUID.class)),
        JobKind.of(row.getString("kind")),
        Optional.ofNullable(row.getObject("session_id", UUID.class)).map(SessionId::new),
        worker,
        row.getLong("epoch"),
        row.getInt("attempts"),
        asked.urgency(),
        asked.summary(),
        asked.messagePointers(),
        asked.transcriptAnchors(),
        asked.promptContext(),
        Optional.ofNullable(row.getString("answer")),
        Optional.ofNullable(row.getString("usage")),
        instant(row, "created_at").orElseThrow(),
        instant(row, "started_at").orElseThrow());
  }

  /// Keeps the model's answer, so that a later attempt need not pay for it again, and its price.
  int keepAnswer(DraftJob job, String answer, String usage) {
    return sql.sql(
            """
            update draft_job set answer = cast(:answer as jsonb), usage = cast(:usage as jsonb)
             where project_id = :project and id = :job and epoch = :epoch and status = 'running'
            """)
        .param("answer", answer)
        .param("usage", usage)
        .param("project", job.project().value())
        .param("job", job.id().value())
        .param("epoch", job.epoch())
        .update();
  }

  void countInVain(DraftJob job, String usage) {
    sql.sql(
            """
            update draft_job set usage = cast(:usage as jsonb)
             where project_id = :project and id = :job and status <> 'running'
               and usage is not distinct from cast(:before as jsonb)
            """)
        .param("usage", usage)
        .param("before", job.usage().orElse(null))
        .param("project", job.project().value())
        .param("job", job.id().value())
        .update();
  }

  void fail(DraftJob job, Failure failure, Instant now) {
    sql.sql(
            """
            update draft_job
               set status = 'error', completed_at = :now, error = :error, duration_ms = :duration,
                   usage = coalesce(cast(:usage as jsonb), usage)
             where project_id = :project and id = :job
            """)
        .param("now", at(now))
        .param("error", failure.sentence())
        .param("usage", failure.usage().orElse(null))
        .param("duration", Duration.between(job.startedAt(), now).toMillis())
        .param("project", job.project().value())
        .param("job", job.id().value())
        .update();
  }

  /// Back to waiting; what failed is kept where something did.
  void requeue(DraftJob job, @Nullable Failure failure, int attempts) {
    sql.sql(
            """
            update draft_job
               set status = 'queued', attempts = :attempts, error = coalesce(:error, error),
                   usage = coalesce(cast(:usage as jsonb), usage)
             where project_id = :project and id = :job
            """)
        .param("attempts", attempts)
        .param("error", failure == null ? null : failure.sentence())
        .param("usage", failure == null ? null : failure.usage().orElse(null))
        .param("project", job.project().value())
        .param("job", job.id().value())
        .update();
  }

  void cancelInto(ProjectId project, JobId job, JobId into, Instant now) {
    sql.sql(
            """
            update draft_job set status = 'cancelled', completed_at = :now, merged_into = :into
             where project_id = :project and id = :job
            """)
        .param("now", at(now))
        .param("into", into.value())
        .param("project", project.value())
        .param("job", job.value())
        .update();
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// The items that a project's jobs name, as messages or as anchors.
  Set<ItemId> pointedAt(ProjectId project) {
    return Set.copyOf(
        sql.sql(
                """
                select cast(pointer ->> 'session' as uuid) as session, pointer ->> 'id' as item
                  from draft_job, jsonb_array_elements(message_pointers) as pointer
                 where project_id = :project
                union
                select cast(anchor -> 'item' ->> 'session' as uuid), anchor -> 'item' ->> 'id'
                  from draft_job, jsonb_array_elements(transcript_anchors) as anchor
                 where project_id = :project
                union
                select cast(pointer ->> 'session' as uuid), pointer ->> 'id'
                  from draft_job,
                       jsonb_array_elements(follow_up #> '{asked,messagePointers}') as pointer
                 where project_id = :project
                """)
            .param("project", project.value())
            .query((row, _) ->
                new ItemId(
                    new SessionId(row.getObject("session", UUID.class)), row.getString("item")))
            .list());
  }
}
