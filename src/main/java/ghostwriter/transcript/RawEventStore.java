package ghostwriter.transcript;

import ghostwriter.vocabulary.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The raw events, as they came and went.
final class RawEventStore {
  /// How many events are read at once: a session may have a hundred thousand.
  private static final int CHUNK = 2_000;

  private final JdbcClient sql;
  private final JdbcOperations batches;
  private final JsonMapper json;

  RawEventStore(JdbcClient sql, JdbcOperations batches, JsonMapper json) {
    this.sql = sql;
    this.batches = batches;
    this.json = json;
  }

  /// @param first the number of the first of them
  void add(SessionId session, long first, List<RawEvent> events) {
    batches.batchUpdate(
        """
        insert into realtime_event (session_id, seq, epoch, direction, at, type, payload)
        values (?, ?, ?, ?, ?, ?, cast(? as jsonb))
        """,
        IntStream.range(0, events.size())
            .mapToObj(i -> row(session, first + i, events.get(i)))
            .toList());
  }

  private static Object[] row(SessionId session, long seq, RawEvent event) {
    return new Object[] {
      session.value(),
      seq,
      event.epoch(),
      event.direction().code(),
      event.at().atOffset(ZoneOffset.UTC),
      event.type(),
      event.payload().toString()
    };
  }

  /// Folds the events after one number, up to and including another.
  Fold fold(SessionId session, Fold before, long after, long last) {
    Fold fold = before;
    for (long from = after; from < last; from += CHUNK) {
      for (RawEvent event : read(session, from, Math.min(last, from + CHUNK))) {
        fold = fold.on(event).fold();
      }
    }
    return fold;
  }

  private List<RawEvent> read(SessionId session, long after, long last) {
    return sql.sql(
            """
            select epoch, direction, at, type, payload::text as payload
              from realtime_event
             where session_id = :session and seq > :after and seq <= :last
             order by seq
            """)
        .param("session", session.value())
        .param("after", after)
        .param("last", last)
        .query((row, _) -> event(row))
        .list();
  }

  private RawEvent event(ResultSet row) throws SQLException {
    return new RawEvent(
        row.getInt("epoch"),
        Direction.of(row.getString("direction")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("type"),
        json.readTree(row.getString("payload")));
  }

  /// The numbers before which at least one is missing.
  List<Long> gaps(SessionId session) {
    return sql.sql(
            """
            select seq from (
              select seq, lag(seq, 1, 0::bigint) over (order by seq) as previous
                from realtime_event where session_id = :session
              union all
              select s.events + 1, coalesce((select max(seq) from realtime_event where session_id = s.id), 0)
                from session s where s.id = :session) as numbered
             where seq <> previous + 1
             order by seq
            """)
        .param("session", session.value())
        .query((row, _) -> row.getLong("seq"))
        .list();
  }
}
