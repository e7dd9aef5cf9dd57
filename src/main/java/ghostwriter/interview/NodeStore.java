package ghostwriter.interview;

import ghostwriter.vocabulary.SessionId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The nodes that live, and which session each performs. Lives are measured by the database's
/// clock, the only one that all nodes share.
final class NodeStore {
  private final JdbcClient sql;

  NodeStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Begins a life. Whatever the node of that name held before is free at once.
  void begin(UUID node, String name) {
    sql.sql(
            """
            insert into interview_node (id, name, beat_at) values (:node, :name, clock_timestamp())
            on conflict (name) do update set id = excluded.id, beat_at = excluded.beat_at
            """)
        .param("node", node)
        .param("name", name)
        .update();
  }

  /// Begins the same life again after its row was lost, as from a restored database. What others
  /// took over meanwhile stays theirs.
  ///
  /// @return false where another node goes by that name
  boolean beginAgain(UUID node, String name) {
    return sql.sql(
                """
                insert into interview_node (id, name, beat_at)
                values (:node, :name, clock_timestamp())
                on conflict do nothing
                """)
            .param("node", node)
            .param("name", name)
            .update()
        > 0;
  }

  /// @return whether the node still has its life
  boolean beat(UUID node) {
    return sql.sql("update interview_node set beat_at = clock_timestamp() where id = :node")
            .param("node", node)
            .update()
        > 0;
  }

  /// How many nodes live.
  int alive(Duration lease) {
    return sql.sql(
            """
            select count(*) from interview_node
             where beat_at > clock_timestamp() - :lease * interval '1 millisecond'
            """)
        .param("lease", lease.toMillis())
        .query(Integer.class)
        .single();
  }

  /// Takes sessions in which something is to be done and which no living node holds. What the node
  /// holds itself is not free for it, however long it was silent: it may still run there.
  List<SessionId> take(UUID node, Duration lease, int limit) {
    return sql.sql(
            """
            update interview set node_id = :node
             where session_id in (
               select i.session_id from interview i
                where i.due
                  and (i.node_id is null or (i.node_id <> :node and not exists (
                    select 1 from interview_node n
                     where n.id = i.node_id
                       and n.beat_at > clock_timestamp() - :lease * interval '1 millisecond')))
                order by i.session_id
                limit :limit
                for update skip locked)
            returning session_id
            """)
        .param("node", node)
        .param("lease", lease.toMillis())
        .param("limit", limit)
        .query((row, _) -> new SessionId(row.getObject("session_id", UUID.class)))
        .list();
  }

  /// The sessions that the node holds and in which something is to be done.
  List<SessionId> held(UUID node) {
    return sql.sql("select session_id from interview where due and node_id = :node")
        .param("node", node)
        .query((row, _) -> new SessionId(row.getObject("session_id", UUID.class)))
        .list();
  }

  /// Which of these sessions are not the node's any more.
  List<SessionId> lost(UUID node, Collection<SessionId> sessions) {
    return sql.sql(
            """
            select id from unnest(:sessions) as running (id)
             where not exists (
               select 1 from interview i where i.session_id = running.id and i.node_id = :node)
            """)
        .param("node", node)
        .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
        .query((row, _) -> new SessionId(row.getObject("id", UUID.class)))
        .list();
  }

  /// Makes sure that the session is still this node's, until the transaction ends.
  ///
  /// @throws LeaseLost where it is not
  void fence(SessionId session, UUID node) {
    boolean mine =
        sql.sql(
                """
                select 1 from interview
                 where session_id = :session and node_id = :node for no key update
                """)
            .param("session", session.value())
            .param("node", node)
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!mine) {
      throw new LeaseLost(session);
    }
  }

  /// Lets a session go that has nothing to do.
  ///
  /// @return false where there is something to do after all
  /// @throws LeaseLost where another node holds it
  boolean release(SessionId session, UUID node) {
    // Held first: a command that is being stored is seen, or makes the session due again.
    fence(session, node);
    return sql.sql(
                """
                update interview set node_id = null, due = false
                 where session_id = :session and node_id = :node
                   and not exists (
                     select 1 from session_inbox
                      where session_id = :session and done_at is null and kind <> 'words')
                """)
            .param("session", session.value())
            .param("node", node)
            .update()
        > 0;
  }

  /// Lets a session go that cannot go on; the next command makes it due again.
  ///
  /// @return whether it was the node's
  boolean giveUp(SessionId session, UUID node) {
    return sql.sql(
                """
                update interview set node_id = null, due = false
                 where session_id = :session and node_id = :node
                """)
            .param("session", session.value())
            .param("node", node)
            .update()
        > 0;
  }

  /// Ends a life: all its sessions are free, for others to take over at once.
  void end(UUID node) {
    sql.sql(
            """
            with free as (update interview set node_id = null where node_id = :node)
            delete from interview_node where id = :node
            """)
        .param("node", node)
        .update();
  }
}
