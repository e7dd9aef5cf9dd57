package ghostwriter.queue;

import ghostwriter.queue.EnqueueResult.Enqueued;
import ghostwriter.queue.EnqueueResult.Merged;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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

  /// Holds the project's slot until the transaction ends.
  ///
  /// @param job the id of the new job, if it becomes one
  /// @return empty where nothing was done
  Optional<EnqueueResult> ask(DraftRequest request, JobId job, Instant now) {
    return asked(
        sql.sql(
            """
            select outcome, job
              from draft_ask(
                :project, :session, :job, cast(:urgency as smallint), :says, :summary,
                cast(:pointers as jsonb), cast(:anchors as jsonb), cast(:context as jsonb), :hash,
                :now, :due, :since)
            """),
        request,
        job,
        now);
  }

  /// The same with its news, as a transaction of its own.
  ///
  /// @param kind of the news
  /// @param news as JSON; its `jobId` is set to the job that it became
  Optional<EnqueueResult> askAndTell(
      DraftRequest request, JobId job, String kind, String news, Instant now) {
    return asked(
        sql.sql(
                """
                select outcome, job,
                       case when outcome is not null then
                         feed_post(
                           :project, :now, :kind,
                           cast(:news as jsonb) || jsonb_build_object('jobId', job))
                       end
                  from draft_ask(
                    :project, :session, :job, cast(:urgency as smallint), :says, :summary,
                    cast(:pointers as jsonb), cast(:anchors as jsonb), cast(:context as jsonb),
                    :hash, :now, :due, :since)
                """)
            .param("kind", kind)
            .param("news", news),
        request,
        job,
        now);
  }

  private Optional<EnqueueResult> asked(
      StatementSpec statement, DraftRequest request, JobId job, Instant now) {
    @Nullable UUID session = request.session().map(SessionId::value).orElse(null);
    return statement
        .param("project", request.project().value())
        .param("session", session)
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
        .param("since", at(now.minus(QueueRules.REPEAT)))
        .query((row, _) -> result(row))
        .single();
  }

  private static Optional<EnqueueResult> result(ResultSet row) throws SQLException {
    @Nullable String outcome = row.getString("outcome");
    if (outcome == null) {
      return Optional.empty();
    }
    var job = new JobId(row.getObject("job", UUID.class));
    return Optional.of(outcome.equals("merged") ? new Merged(job) : new Enqueued(job));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
