package ghostwriter.feed;

import ghostwriter.vocabulary.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// The door of the feed. Safe for many threads.
@Component
public class Feed {
  private final JdbcClient sql;
  private final Hints hints;
  private final JsonMapper json;
  private final InstantSource clock;

  public Feed(JdbcClient sql, Hints hints, JsonMapper json, InstantSource clock) {
    this.sql = sql;
    this.hints = hints;
    this.json = json;
    this.clock = clock;
  }

  /// Posts with the caller's transaction: the event is written last before the commit, so that the
  /// project's head row is held as shortly as can be and never while another lock is waited for.
  /// Viewers are woken after the commit.
  public void post(ProjectId project, ProjectEvent event) {
    Transactions.require();
    outbox().add(new Posted(project, event));
  }

  private record Posted(ProjectId project, ProjectEvent event) {}

  private Outbox outbox() {
    return TransactionSynchronizationManager.getResource(this) instanceof Outbox open
        ? open
        : openOutbox();
  }

  private Outbox openOutbox() {
    var outbox = new Outbox();
    TransactionSynchronizationManager.registerSynchronization(outbox);
    outbox.resume();
    return outbox;
  }

  /// What one transaction posts. Used by that transaction's thread.
  private final class Outbox implements TransactionSynchronization {
    private final List<Posted> events = new ArrayList<>();

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Feed.this, this);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Feed.this);
    }

    @Override
    public void afterCompletion(int status) {
      suspend();
    }

    private void add(Posted posted) {
      events.add(posted);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      if (events.size() == 1) {
        insert(events.getFirst());
      } else if (!events.isEmpty()) {
        insert(events);
      }
    }

    @Override
    public void afterCommit() {
      events.stream()
          .map(Posted::project)
          .distinct()
          .forEach(project -> hints.send(Hints.Hint.feed(project)));
    }
  }

  private void insert(Posted posted) {
    sql.sql("select feed_post(:project, :at, :kind, cast(:payload as jsonb))")
        .param("project", posted.project().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("kind", posted.event().kind())
        .param("payload", written(posted.event()))
        .query((_, _) -> posted)
        .single();
  }

  /// An event as the database's function `feed_post` takes it. That is for a statement that is a
  /// transaction of its own; whoever uses it hints at the news afterwards.
  public String written(ProjectEvent event) {
    return json.writeValueAsString(event);
  }

  /// All in one statement, as the heads are held until the commit. Projects in one order, so that
  /// two transactions that post to the same two cannot wait for each other.
  private void insert(List<Posted> events) {
    sql.sql(
            """
            with posted as (
              select * from unnest(
                cast(:projects as uuid[]), cast(:kinds as text[]), cast(:payloads as jsonb[]))
                with ordinality as one (project_id, kind, payload, place)),
            head as (
              insert into feed_head (project_id, seq)
              select project_id, count(*) from posted group by project_id order by project_id
              on conflict (project_id) do update set seq = feed_head.seq + excluded.seq
              returning project_id, seq)
            insert into feed_event (project_id, seq, at, kind, payload)
            select project_id,
                   seq + 1 - row_number() over (partition by project_id order by place desc),
                   :at, kind, payload
              from posted join head using (project_id)
            """)
        .param("projects", all(events, UUID[]::new, it -> it.project().value()))
        .param("kinds", all(events, String[]::new, it -> it.event().kind()))
        .param("payloads", all(events, String[]::new, it -> written(it.event())))
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static <T> T[] all(
      List<Posted> events, IntFunction<T[]> array, Function<Posted, T> what) {
    return events.stream().map(what).toArray(array);
  }

  /// The news after a number, oldest first.
  public List<FeedEvent> after(ProjectId project, long seq, int limit) {
    return sql.sql(
            """
            select seq, at, kind, payload::text as payload
              from feed_event
             where project_id = :project and seq > :seq
             order by seq
             limit :limit
            """)
        .param("project", project.value())
        .param("seq", seq)
        .param("limit", limit)
        .query((row, _) -> event(row))
        .list();
  }

  /// The newest event of a kind, read from the end: fast where such events are not rare.
  ///
  /// @param holding values that its fields must have
  public Optional<FeedEvent> newest(
      ProjectId project, Class<? extends ProjectEvent> kind, Map<String, String> holding) {
    return sql.sql(
            """
            select seq, at, kind, payload::text as payload
              from feed_event
             where project_id = :project and kind = :kind and payload @> cast(:holding as jsonb)
             order by seq desc
             limit 1
            """)
        .param("project", project.value())
        .param("kind", ProjectEvent.kindOf(kind))
        .param("holding", json.writeValueAsString(holding))
        .query((row, _) -> event(row))
        .optional();
  }

  private static FeedEvent event(ResultSet row) throws SQLException {
    return new FeedEvent(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("kind"),
        row.getString("payload"));
  }

  /// The number of the newest event; 0 where nothing has happened yet.
  public long last(ProjectId project) {
    return sql.sql("select seq from feed_head where project_id = :project")
        .param("project", project.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /// Starts to wait for news. Open the watch before reading, so that nothing falls in between.
  public Watch watch(ProjectId project) {
    return new Watch(project);
  }

  /// One viewer's wait. Used by one thread; close it.
  public final class Watch implements AutoCloseable {
    private final Semaphore bell = new Semaphore(0);
    private final Hints.Subscription subscription;

    private Watch(ProjectId project) {
      subscription = hints.listen(Hints.Topic.FEED, hint -> ringFor(project, hint));
    }

    /// Waits until there may be news, or the time is over.
    public void await(Duration atMost) throws InterruptedException {
      if (bell.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
    }

    /// Ends the wait of whoever waits now or next.
    public void wake() {
      bell.release();
    }

    private void ringFor(ProjectId project, Hints.Hint hint) {
      if (hint.concerns(project.value())) {
        bell.release();
      }
    }

    @Override
    public void close() {
      subscription.close();
    }
  }
}
