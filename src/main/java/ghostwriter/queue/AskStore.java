package ghostwriter.queue;

import ghostwriter.queue.EnqueueResult.Enqueued;
import ghostwriter.queue.EnqueueResult.Merged;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.SessionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Requests for an update in one call of the database, where nothing stands in the way: a job of
/// its own in a project at rest, or a part of the update that comes next. All others are for
/// [Requests], which knows what to do with any.
final class AskStore {
  private final JdbcClient sql;
  private final JsonMapper json;

  AskStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /// Within the caller's transaction; holds the project's slot until it ends.
  ///
  /// @param job the id of the new job, if it becomes one
  /// @return empty where nothing was done
  Optional<EnqueueResult> ask(DraftRequest request, JobId job, Instant now) {
    return ask(request, job, null, null, now);
  }

  /// As a transaction of its own, with its news.
  ///
  /// @param news as JSON; its `jobId` is set to the job that the request became or joined
  Optional<EnqueueResult> ask(
      DraftRequest request,
      JobId job,
      @Nullable String newsKind,
      @Nullable String news,
      Instant now) {
    return sql.sql(
            """
            select draft_ask(
              :project, :session, :job, cast(:urgency as smallint), :says, :summary,
              cast(:pointers as jsonb), cast(:anchors as jsonb), cast(:context as jsonb), :hash,
              :now, :due, :recent, :newsKind, cast(:news as jsonb))
            """)
        .param("project", request.project().value())
        .param("session", request.session().map(SessionId::value).orElse(null))
        .param("job", job.value())
        .param("urgency", request.urgency().level())
        .param("says", !request.summary().isBlank())
        .param("summary", request.summary().text())
        .param("pointers", json.writeValueAsString(request.messagePointers()))
        .param("anchors", json.writeValueAsString(request.transcriptAnchors()))
        .param("context", json.writeValueAsString(request.promptContext()))
        .param("hash", request.summaryHash())
        .param("now", at(now))
        .param("due", at(now.plus(QueueRules.delay(request.urgency()))))
        .param("recent", at(now.minus(QueueRules.REPEAT)))
        .param("newsKind", newsKind)
        .param("news", news)
        .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)).map(JobId::new))
        .single()
        .map(done -> done.equals(job) ? new Enqueued(job) : new Merged(done));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
