package ghostwriter.transcript;

import ghostwriter.feed.Transactions;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The door to what was said. Safe for many threads.
@Component
public class Transcripts {
  /// How much a project's transcript holds.
  public record Extent(int sessions, int items, int words) {
    public static final Extent NOTHING = new Extent(0, 0, 0);
  }

  /// A place in a project's transcript: after this turn of this session.
  public record Cursor(SessionId session, int turn) {}

  private final JdbcClient sql;
  private final JdbcOperations batches;
  private final Ids ids;
  private final InstantSource clock;

  public Transcripts(JdbcClient sql, JdbcOperations batches, Ids ids, InstantSource clock) {
    this.sql = sql;
    this.batches = batches;
    this.ids = ids;
    this.clock = clock;
  }

  /// Stores a recorded conversation as a finished session, all of it settled.
  ///
  /// @param name what the recording is called
  public SessionId addRecording(ProjectId project, String name, List<RecordedTurn> turns) {
    Transactions.require();
    var session = new SessionId(ids.next());
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    sql.sql(
            """
            insert into session
              (id, project_id, origin, name, status, settled_turn, started_at, finished_at)
            values (:id, :project, 'recording', :name, 'finished', :turns, :now, :now)
            """)
        .param("id", session.value())
        .param("project", project.value())
        .param("name", name)
        .param("turns", turns.getLast().turn())
        .param("now", now)
        .update();
    addItems(project, session, turns, now);
    return session;
  }

  private void addItems(
      ProjectId project, SessionId session, List<RecordedTurn> turns, OffsetDateTime now) {
    var rows = turns.stream().map(said -> itemRow(project, session, said, now)).toList();
    batches.batchUpdate(
        """
        insert into item
          (project_id, session_id, id, turn, role, speaker, client, mode, status, text, words, said_at)
        values (?, ?, ?, ?, 'user', ?, ?, 'ghostwriting', 'completed', ?, ?, ?)
        """,
        rows);
  }

  private static Object[] itemRow(
      ProjectId project, SessionId session, RecordedTurn said, OffsetDateTime now) {
    return new Object[] {
      project.value(),
      session.value(),
      importedId(said.turn()),
      said.turn(),
      said.speaker(),
      said.client(),
      said.text().text(),
      said.text().count(),
      now
    };
  }

  /// The id of an imported item.
  public static String importedId(int turn) {
    return "imported_" + turn;
  }

  /// Whose words are evidence in a project, as the conversations name them; empty where everybody's
  /// are.
  public List<String> clients(ProjectId project) {
    return sql.sql(
            """
            select distinct speaker from item
             where project_id = :project and client
               and exists (select 1 from item o where o.project_id = :project and not o.client)
             order by speaker
            """)
        .param("project", project.value())
        .query((row, _) -> row.getString("speaker"))
        .list();
  }

  /// The whole conversation over all sessions, in order.
  public List<ConversationItem> ofProject(ProjectId project) {
    return page(project, Optional.empty(), Integer.MAX_VALUE);
  }

  /// A stretch of a project's conversation in order.
  public List<ConversationItem> page(ProjectId project, Optional<Cursor> after, int limit) {
    return sql.sql(
            """
            select session_id, id, turn, revision, role, speaker, client, text
              from item
             where project_id = :project and status <> 'deleted'
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

  /// What was settled after a reader's last look, in order.
  public List<ConversationItem> since(ProjectId project, Through read) {
    Through settled = settled(project);
    return firstUnread(settled, read)
        .map(from ->
            page(project, Optional.of(from), Integer.MAX_VALUE).stream()
                .filter(item -> isNew(item, settled, read))
                .toList())
        .orElseGet(List::of);
  }

  private static boolean isNew(ConversationItem item, Through settled, Through read) {
    SessionId session = item.id().session();
    return item.turn() > read.turn(session) && item.turn() <= settled.turn(session);
  }

  private static Optional<Cursor> firstUnread(Through settled, Through read) {
    return settled.turns().entrySet().stream()
        .filter(session -> session.getValue() > read.turn(session.getKey()))
        .map(session -> new Cursor(session.getKey(), read.turn(session.getKey())))
        .min(Comparator.comparing(cursor -> cursor.session().toString()));
  }

  /// The items of these ids that the project has; unknown ids are left out.
  public Map<ItemId, ConversationItem> find(ProjectId project, Collection<ItemId> items) {
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
        .param("sessions", items.stream().map(i -> i.session().value()).toArray(UUID[]::new))
        .param("ids", items.stream().map(ItemId::id).toArray(String[]::new))
        .query((row, _) -> item(row))
        .list()
        .forEach(item -> found.put(item.id(), item));
    return found;
  }

  /// How far each session of a project is settled.
  public Through settled(ProjectId project) {
    Map<SessionId, Integer> turns = new HashMap<>();
    sql.sql("select id, settled_turn from session where project_id = :project")
        .param("project", project.value())
        .query(row -> {
          turns.put(new SessionId(row.getObject("id", UUID.class)), row.getInt("settled_turn"));
        });
    return new Through(turns);
  }

  /// The name each session of a project goes by.
  public Map<SessionId, String> names(ProjectId project) {
    Map<SessionId, String> names = new HashMap<>();
    sql.sql("select id, name from session where project_id = :project")
        .param("project", project.value())
        .query(row -> {
          names.put(new SessionId(row.getObject("id", UUID.class)), row.getString("name"));
        });
    return names;
  }

  /// How much each of these projects holds; those without a word are left out.
  public Map<ProjectId, Extent> extents(Collection<ProjectId> projects) {
    Map<ProjectId, Extent> extents = new HashMap<>();
    sql.sql(
            """
            select project_id, count(distinct session_id) as sessions, count(*) as items,
                   coalesce(sum(words), 0) as words
              from item
             where project_id = any(:projects) and status <> 'deleted'
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

  private static ConversationItem item(ResultSet row) throws SQLException {
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
