package ghostwriter.drafting.evidence;

import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of `passage_meaning`. Each statement stands for itself: what is lost is computed again.
final class MeaningStore {
  /// Which words, read by which model: a SHA-256.
  record Digest(ByteBuffer bytes) {
    static Digest of(byte[] bytes) {
      return new Digest(ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer());
    }

    byte[] array() {
      byte[] array = new byte[bytes.remaining()];
      bytes.duplicate().get(array);
      return array;
    }
  }

  /// Where which words stand.
  ///
  /// @param place the passage's number in its session, from 0
  record Spot(SessionId session, int place, Digest digest) {}

  private final JdbcClient sql;

  MeaningStore(JdbcClient sql) {
    this.sql = sql;
  }

  Map<Spot, Meaning> of(ProjectId project) {
    return found(
        sql.sql(
                """
                select session_id, place, digest, meaning from passage_meaning
                 where project_id = :project
                """)
            .param("project", project.value()));
  }

  Map<Spot, Meaning> of(ProjectId project, Set<SessionId> sessions) {
    return found(
        sql.sql(
                """
                select session_id, place, digest, meaning from passage_meaning
                 where project_id = :project and session_id = any(:sessions)
                """)
            .param("project", project.value())
            .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new)));
  }

  private static Map<Spot, Meaning> found(JdbcClient.StatementSpec asked) {
    Map<Spot, Meaning> known = new HashMap<>();
    asked.query(row -> {
      var session = new SessionId(row.getObject("session_id", UUID.class));
      var digest = Digest.of(row.getBytes("digest"));
      known.put(
          new Spot(session, row.getInt("place"), digest), Meaning.of(row.getBytes("meaning")));
    });
    return known;
  }

  void keep(ProjectId project, Spot spot, Meaning meaning) {
    sql.sql(
            """
            insert into passage_meaning (project_id, session_id, place, digest, meaning)
            values (:project, :session, :place, :digest, :meaning)
            on conflict (project_id, session_id, place)
            do update set digest = excluded.digest, meaning = excluded.meaning
            """)
        .param("project", project.value())
        .param("session", spot.session().value())
        .param("place", spot.place())
        .param("digest", spot.digest().array())
        .param("meaning", meaning.bytes())
        .update();
  }

  /// Forgets what was of words that no longer stand: after a correction or a withdrawal.
  ///
  /// @param passages how many a session has now
  void trim(ProjectId project, Map<SessionId, Integer> passages) {
    passages.forEach((session, count) ->
        sql.sql(
                """
                delete from passage_meaning
                 where project_id = :project and session_id = :session and place >= :count
                """)
            .param("project", project.value())
            .param("session", session.value())
            .param("count", count)
            .update());
  }
}
