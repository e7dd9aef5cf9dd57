package ghostwriter.interview;

import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What sessions were told to do, in order.
final class InboxStore {
  /// A command that has not been carried out.
  record Waiting(long seq, Command command) {}

  private final JdbcClient sql;

  InboxStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Holds the session's row, so that commands are numbered one after the other and nobody lets the
  /// session go meanwhile.
  ///
  /// @return whether there is such a session that nobody has stopped
  boolean hold(SessionId session) {
    return sql.sql(
            """
            select standing from interview where session_id = :session for update
            """)
        .param("session", session.value())
        .query(String.class)
        .optional()
        .filter(standing -> !standing.equals("stopped") && !isToBeStopped(session))
        .isPresent();
  }

  private boolean isToBeStopped(SessionId session) {
    return sql.sql(
            """
            select exists (
              select 1 from session_inbox
               where session_id = :session and kind = 'stop' and done_at is null)
            """)
        .param("session", session.value())
        .query(Boolean.class)
        .single();
  }

  /// The item that a command of this key has got; empty text where it has none, empty where the key
  /// is new.
  Optional<String> known(SessionId session, String key) {
    return sql.sql(
            """
            select coalesce(item_id, '') from session_inbox
             where session_id = :session and key = :key
            """)
        .param("session", session.value())
        .param("key", key)
        .query(String.class)
        .optional();
  }

  /// How many messages no provider has taken yet.
  int waitingWords(SessionId session) {
    return sql.sql(
            """
            select count(*) from session_inbox
             where session_id = :session and done_at is null and kind = 'words'
            """)
        .param("session", session.value())
        .query(Integer.class)
        .single();
  }

  /// Adds a command and makes the session due, in the transaction that holds it.
  void add(SessionId session, String key, Command command, Instant now) {
    sql.sql(
            """
            with due as (
              update interview
                 set due = due or :kind <> 'words',
                     draft = case when :kind = 'words' then '' else draft end
               where session_id = :session)
            insert into session_inbox (session_id, seq, key, kind, item_id, text, at)
            select :session, coalesce(max(seq), 0) + 1, :key, :kind, :item, :text, :now
              from session_inbox where session_id = :session
            """)
        .param("session", session.value())
        .param("key", key)
        .param("kind", kind(command))
        .param("item", command instanceof Command.Say say ? say.item() : null)
        .param("text", command instanceof Command.Say say ? say.text().text() : "")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String kind(Command command) {
    return switch (command) {
      case Command.Say _ -> "words";
      case Command.Pause _ -> "pause";
      case Command.Resume _ -> "resume";
      case Command.Stop _ -> "stop";
    };
  }

  /// What was not carried out, after a number.
  List<Waiting> waiting(SessionId session, long after) {
    return sql.sql(
            """
            select seq, kind, item_id, text from session_inbox
             where session_id = :session and seq > :after and done_at is null
             order by seq
            """)
        .param("session", session.value())
        .param("after", after)
        .query((row, _) ->
            new Waiting(
                row.getLong("seq"), command(row.getString("kind"), row.getString("item_id"), row)))
        .list();
  }

  private static Command command(String kind, @Nullable String item, ResultSet row)
      throws SQLException {
    return switch (kind) {
      case "pause" -> new Command.Pause();
      case "resume" -> new Command.Resume();
      case "stop" -> new Command.Stop();
      default -> new Command.Say(String.valueOf(item), new Words(row.getString("text")));
    };
  }

  /// The provider has these words.
  void kept(SessionId session, Collection<String> items, Instant now) {
    sql.sql(
            """
            update session_inbox set done_at = :now
             where session_id = :session and done_at is null and item_id = any(:items)
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("session", session.value())
        .param("items", items.toArray(String[]::new))
        .update();
  }

  void done(SessionId session, long seq, Instant now) {
    sql.sql(
            """
            update session_inbox set done_at = :now where session_id = :session and seq = :seq
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("session", session.value())
        .param("seq", seq)
        .update();
  }

  /// Sessions of a node with commands that were not carried out: what a lost hint left behind.
  List<SessionId> forgotten(UUID node) {
    return sql.sql(
            """
            select distinct inbox.session_id
              from session_inbox inbox join interview using (session_id)
             where inbox.done_at is null and interview.due and interview.node_id = :node
            """)
        .param("node", node)
        .query((row, _) -> new SessionId(row.getObject("session_id", UUID.class)))
        .list();
  }
}
