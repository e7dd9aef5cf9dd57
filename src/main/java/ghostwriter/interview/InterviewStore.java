package ghostwriter.interview;

import ghostwriter.transcript.LiveSession;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The interviews' rows.
final class InterviewStore {
  /// An interview without what the transcript knows of its session.
  record Row(
      SessionId session,
      PersonId person,
      Standing standing,
      String sentence,
      Words draft,
      Optional<Instant> wroteAt,
      long toldSeq,
      Instant createdAt) {
    Interview with(LiveSession live) {
      return new Interview(
          session, person, live.project(), live.mode(), standing, sentence, draft, createdAt);
    }
  }

  private static final int PAGE = 50;

  private final JdbcClient sql;

  InterviewStore(JdbcClient sql) {
    this.sql = sql;
  }

  void add(SessionId session, PersonId person, long toldSeq, Instant now) {
    sql.sql(
            """
            insert into interview (session_id, person_id, standing, told_seq, due, created_at)
            values (:session, :person, 'connecting', :told, true, :now)
            """)
        .param("session", session.value())
        .param("person", person.value())
        .param("told", toldSeq)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Lets one begin after the other where a person begins several at once, until the transaction
  /// ends.
  void queueUp(PersonId person) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(cast(:person as text), 0))")
        .param("person", person.value())
        .query()
        .singleRow();
  }

  /// How many sessions of a person are not over.
  int alive(PersonId person) {
    return sql.sql(
            """
            select count(*) from interview where person_id = :person and standing <> 'stopped'
            """)
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  Optional<Row> find(SessionId session) {
    return rows(List.of(session)).stream().findFirst();
  }

  /// Newest first, at most a page.
  List<Row> rows(Collection<SessionId> sessions) {
    return sql.sql(
            """
            select session_id, person_id, standing, sentence, draft, wrote_at, told_seq, created_at
              from interview
             where session_id = any(:sessions)
             order by session_id desc limit :limit
            """)
        .param("limit", PAGE)
        .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
        .query((row, _) -> row(row))
        .list();
  }

  /// Newest first.
  List<SessionId> of(PersonId person) {
    return sql.sql(
            """
            select session_id from interview
             where person_id = :person order by session_id desc limit :limit
            """)
        .param("person", person.value())
        .param("limit", PAGE)
        .query((row, _) -> new SessionId(row.getObject("session_id", UUID.class)))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new SessionId(row.getObject("session_id", UUID.class)),
        new PersonId(row.getObject("person_id", UUID.class)),
        Standing.of(row.getString("standing")),
        row.getString("sentence"),
        new Words(row.getString("draft")),
        Optional.ofNullable(row.getObject("wrote_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getLong("told_seq"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  /// What is stopped stays so.
  void show(SessionId session, Standing standing, String sentence) {
    sql.sql(
            """
            update interview set standing = :standing, sentence = :sentence
             where session_id = :session and standing <> 'stopped'
            """)
        .param("standing", standing.code())
        .param("sentence", sentence)
        .param("session", session.value())
        .update();
  }

  /// The number only rises.
  void told(SessionId session, long seq) {
    sql.sql(
            """
            update interview set told_seq = greatest(told_seq, :seq) where session_id = :session
            """)
        .param("seq", seq)
        .param("session", session.value())
        .update();
  }

  /// Keeps what is being written.
  ///
  /// @return whether there is such a session that is not over
  boolean write(SessionId session, Words draft, Instant now) {
    return sql.sql(
                """
                update interview set draft = :draft, wrote_at = :now
                 where session_id = :session and standing <> 'stopped'
                """)
            .param("draft", draft.text())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("session", session.value())
            .update()
        > 0;
  }
}
