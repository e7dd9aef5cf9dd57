package ghostwriter.transcript;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What was told of a project's conversation after a reader's last look.
///
/// `offset 0` keeps the database from reading each session from its beginning: it would compare
/// with the last look only what it has read.
final class Unread {
  private final JdbcClient sql;

  Unread(JdbcClient sql) {
    this.sql = sql;
  }

  /// The material among it, in the order of the conversation.
  List<ConversationItem> since(ProjectId project, Through read) {
    return statement(
            project,
            read,
            """
            select i.session_id, i.id, i.turn, i.revision, i.role, i.speaker, i.client, i.text
              from session s
              left join unnest(cast(:sessions as uuid[]), cast(:told as int[])) as r (session_id, told)
                on r.session_id = s.id
             cross join lateral (
                    select * from item
                     where project_id = s.project_id and session_id = s.id
                       and told > coalesce(r.told, 0) and told <= s.told
                    offset 0) i
             where s.project_id = :project and s.told > coalesce(r.told, 0)
               and i.mode = 'ghostwriting' and i.kind = 'message' and i.role <> 'system'
               and i.status in ('completed', 'incomplete') and i.text <> ''
             order by i.session_id, i.turn
            """)
        .query((row, _) -> ItemReader.item(row))
        .list();
  }

  /// The numbers under which the material was told.
  Map<ItemId, Integer> tellings(ProjectId project, Through read) {
    Map<ItemId, Integer> tellings = new HashMap<>();
    statement(
            project,
            read,
            """
            select i.session_id, i.id, i.told
              from session s
              left join unnest(cast(:sessions as uuid[]), cast(:told as int[])) as r (session_id, told)
                on r.session_id = s.id
             cross join lateral (
                    select * from item
                     where project_id = s.project_id and session_id = s.id
                       and told > coalesce(r.told, 0) and told <= s.told
                    offset 0) i
             where s.project_id = :project and s.told > coalesce(r.told, 0) and i.mode = 'ghostwriting'
            """)
        .query(row -> {
          var session = new SessionId(row.getObject("session_id", UUID.class));
          tellings.put(new ItemId(session, row.getString("id")), row.getInt("told"));
        });
    return tellings;
  }

  /// What a reader must not keep: withdrawn items, and those told anew that have no words now.
  Set<ItemId> unsaid(ProjectId project, Through read) {
    return Set.copyOf(
        statement(
                project,
                read,
                """
                select session_id, id from item
                 where project_id = :project and status = 'deleted'
                union
                select i.session_id, i.id
                  from session s
                  left join unnest(cast(:sessions as uuid[]), cast(:told as int[])) as r (session_id, told)
                    on r.session_id = s.id
                 cross join lateral (
                        select * from item
                         where project_id = s.project_id and session_id = s.id
                           and told > coalesce(r.told, 0) and told <= s.told
                        offset 0) i
                 where s.project_id = :project and s.told > coalesce(r.told, 0)
                   and (i.status not in ('completed', 'incomplete') or i.text = '')
                """)
            .query((row, _) ->
                new ItemId(
                    new SessionId(row.getObject("session_id", UUID.class)), row.getString("id")))
            .list());
  }

  /// Whether the client said any of the material.
  boolean saidSince(ProjectId project, Through read) {
    return statement(
            project,
            read,
            """
            select exists (
              select 1
                from session s
                left join unnest(cast(:sessions as uuid[]), cast(:told as int[])) as r (session_id, told)
                  on r.session_id = s.id
               cross join lateral (
                      select * from item
                       where project_id = s.project_id and session_id = s.id
                         and told > coalesce(r.told, 0) and told <= s.told
                      offset 0) i
               where s.project_id = :project and s.told > coalesce(r.told, 0) and i.mode = 'ghostwriting' and i.client)
            """)
        .query(Boolean.class)
        .single();
  }

  private StatementSpec statement(ProjectId project, Through read, String text) {
    return sql.sql(text)
        .param("project", project.value())
        .param("sessions", read.sessions())
        .param("told", read.numbers());
  }
}
