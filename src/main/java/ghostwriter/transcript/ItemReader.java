package ghostwriter.transcript;

import ghostwriter.transcript.Transcripts.Cursor;
import ghostwriter.transcript.Transcripts.Extent;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads a project's conversation: what people said and what was answered, with words, not
/// withdrawn.
final class ItemReader {
  private final JdbcClient sql;

  ItemReader(JdbcClient sql) {
    this.sql = sql;
  }

  List<ConversationItem> page(ProjectId project, Optional<Cursor> after, int limit) {
    return sql.sql(
            """
            select session_id, id, turn, revision, role, speaker, client, text
              from item
             where project_id = :project
               and kind = 'message' and role <> 'system'
               and status in ('completed', 'incomplete') and text <> ''
               and (session_id, turn) > (:session, :turn)
             order by session_id, turn
             limit :limit
            """)
        .param("project", project.value())
        .param("session", after.map(cursor -> cursor.session().value()).orElse(new UUID(0, 0)))
        .param("turn", after.map(Cursor::turn).orElse(0))
        .param("limit", limit)
        .query((row, _) -> item(row))
        .list();
  }

  Map<ItemId, ConversationItem> find(ProjectId project, Collection<ItemId> items) {
    Map<ItemId, ConversationItem> found = new HashMap<>();
    sql.sql(
            """
            select session_id, id, turn, revision, role, speaker, client, text
              from item
             where project_id = :project
               and (session_id, id) in
                   (select * from unnest(cast(:sessions as uuid[]), cast(:ids as text[])))
            """)
        .param("project", project.value())
        .param("sessions", sessions(items))
        .param("ids", ids(items))
        .query((row, _) -> item(row))
        .list()
        .forEach(item -> found.put(item.id(), item));
    return found;
  }

  Map<ItemId, List<ConversationItem>> before(
      ProjectId project, Collection<ItemId> answers, int turns) {
    Map<ItemId, List<ConversationItem>> before = new HashMap<>();
    sql.sql(
            """
            select a.id as answer,
                   q.session_id, q.id, q.turn, q.revision, q.role, q.speaker, q.client, q.text
              from item a
             cross join lateral (
                    select session_id, id, turn, revision, role, speaker, client, text
                      from item
                     where project_id = :project and session_id = a.session_id and turn < a.turn
                       and mode = 'ghostwriting' and kind = 'message' and role <> 'system'
                       and status in ('completed', 'incomplete') and text <> ''
                     order by turn desc
                     limit :turns) q
             where a.project_id = :project
               and (a.session_id, a.id) in
                   (select * from unnest(cast(:sessions as uuid[]), cast(:ids as text[])))
             order by q.turn
            """)
        .param("project", project.value())
        .param("sessions", sessions(answers))
        .param("ids", ids(answers))
        .param("turns", turns)
        .query(row -> {
          ConversationItem item = item(row);
          before
              .computeIfAbsent(
                  new ItemId(item.id().session(), row.getString("answer")), _ -> new ArrayList<>())
              .add(item);
        });
    return before;
  }

  private static UUID[] sessions(Collection<ItemId> items) {
    return items.stream().map(item -> item.session().value()).toArray(UUID[]::new);
  }

  private static String[] ids(Collection<ItemId> items) {
    return items.stream().map(ItemId::id).toArray(String[]::new);
  }

  Optional<ConversationItem> lastSaid(ProjectId project, SessionId session) {
    return sql.sql(
            """
            select session_id, id, turn, revision, role, speaker, client, text
              from item
             where project_id = :project and session_id = :session
               and kind = 'message' and role = 'user' and status in ('open', 'completed')
             order by turn desc
             limit 1
            """)
        .param("project", project.value())
        .param("session", session.value())
        .query((row, _) -> item(row))
        .optional();
  }

  /// Session by session from the end of their indexes, so that neither a long recording nor a long
  /// interview is read through.
  List<Words> asked(ProjectId project, int limit) {
    return sql.sql(
            """
            select q.text
              from (select id from session
                     where project_id = :project and origin = 'live'
                     order by id desc
                     limit 12) s
             cross join lateral (
                    select turn, text from item
                     where project_id = :project and session_id = s.id
                       and kind = 'message' and role = 'assistant' and mode <> 'selecting'
                       and status in ('completed', 'incomplete') and text ~ '[?？؟]'
                     order by turn desc
                     limit :limit) q
             order by s.id desc, q.turn desc
             limit :limit
            """)
        .param("project", project.value())
        .param("limit", limit)
        .query((row, _) -> new Words(row.getString("text")))
        .list()
        .reversed();
  }

  /// The items of these sources, each with the words it had at the source's revision.
  Map<Source, ConversationItem> cited(ProjectId project, Collection<Source> sources) {
    var items = find(project, sources.stream().map(Source::item).distinct().toList());
    Map<Source, ConversationItem> cited = new HashMap<>();
    for (Source source : sources) {
      Optional.ofNullable(items.get(source.item()))
          .ifPresent(item -> cited.put(source, at(project, item, source.revision())));
    }
    return cited;
  }

  private ConversationItem at(ProjectId project, ConversationItem item, int revision) {
    return revision == item.revision()
        ? item
        : wording(project, item.id(), revision)
            .map(words -> item.with(revision, words))
            .orElse(item);
  }

  private Optional<Words> wording(ProjectId project, ItemId item, int revision) {
    return sql.sql(
            """
            select text from item_revision
             where project_id = :project and session_id = :session and item_id = :item
               and revision = :revision
            """)
        .param("project", project.value())
        .param("session", item.session().value())
        .param("item", item.id())
        .param("revision", revision)
        .query((row, _) -> new Words(row.getString("text")))
        .optional();
  }

  Map<ProjectId, Extent> extents(Collection<ProjectId> projects) {
    Map<ProjectId, Extent> extents = new HashMap<>();
    sql.sql(
            """
            select project_id, count(distinct session_id) as sessions, count(*) as items,
                   coalesce(sum(words), 0) as words
              from item
             where project_id = any(:projects)
               and kind = 'message' and role <> 'system'
               and status in ('completed', 'incomplete') and text <> ''
             group by project_id
            """)
        .param("projects", projects.stream().map(ProjectId::value).toArray(UUID[]::new))
        .query(row -> {
          extents.put(new ProjectId(row.getObject("project_id", UUID.class)), extent(row));
        });
    return extents;
  }

  private static Extent extent(ResultSet row) throws SQLException {
    return new Extent(row.getInt("sessions"), row.getInt("items"), row.getInt("words"));
  }

  /// People, that is: what the interviewer said does not make the client one of several.
  List<String> clients(ProjectId project) {
    return sql.sql(
            """
            select distinct speaker from item
             where project_id = :project and client
               and exists (
                 select 1 from item o
                  where o.project_id = :project and not o.client
                    and o.role = 'user' and o.kind = 'message' and o.status = 'completed')
             order by speaker
            """)
        .param("project", project.value())
        .query((row, _) -> row.getString("speaker"))
        .list();
  }

  static ConversationItem item(ResultSet row) throws SQLException {
    return new ConversationItem(
        new ItemId(new SessionId(row.getObject("session_id", UUID.class)), row.getString("id")),
        row.getInt("turn"),
        row.getInt("revision"),
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        row.getString("speaker"),
        row.getBoolean("client"),
        new Words(row.getString("text")));
  }
}
