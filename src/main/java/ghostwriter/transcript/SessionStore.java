package ghostwriter.transcript;

import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The sessions' rows.
final class SessionStore {
  private static final int PAGE = 1_000;

  private final JdbcClient sql;

  SessionStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A session that somebody is writing to, held until the end of the transaction.
  ///
  /// @param told the number of the last telling
  record Held(Optional<ProjectId> project, long events, int told, Mode mode, String dictionary) {}

  void open(SessionId session, String name, Instant now) {
    sql.sql(
            """
            insert into session (id, origin, name, status, started_at)
            values (:id, 'live', :name, 'open', :now)
            """)
        .param("id", session.value())
        .param("name", name)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void addRecording(
      SessionId session,
      ProjectId project,
      String name,
      int turns,
      String dictionary,
      Instant now) {
    sql.sql(
            """
            insert into session
              (id, project_id, origin, name, status, mode, told, dictionary, started_at, finished_at)
            values
              (:id, :project, 'recording', :name, 'finished', 'ghostwriting', :turns, :dictionary,
               :now, :now)
            """)
        .param("id", session.value())
        .param("project", project.value())
        .param("name", name)
        .param("turns", turns)
        .param("dictionary", dictionary)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Counts new raw events; one writer a session at a time.
  ///
  /// @param mode null leaves it as it was
  /// @return empty where the session is not open
  Optional<Held> advance(SessionId session, int events, @Nullable Mode mode) {
    return sql.sql(
            """
            update session set events = events + :events, mode = coalesce(:mode, mode)
             where id = :id and status = 'open'
            returning project_id, events, told, mode, dictionary
            """)
        .param("events", events)
        .param("mode", mode == null ? null : mode.code())
        .param("id", session.value())
        .query((row, _) -> held(row))
        .optional();
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        project(row),
        row.getLong("events"),
        row.getInt("told"),
        Mode.of(row.getString("mode")),
        row.getString("dictionary"));
  }

  void tell(SessionId session, int told) {
    sql.sql("update session set told = :told where id = :id")
        .param("told", told)
        .param("id", session.value())
        .update();
  }

  void assign(SessionId session, ProjectId project, String dictionary) {
    sql.sql("update session set project_id = :project, dictionary = :dictionary where id = :id")
        .param("project", project.value())
        .param("dictionary", dictionary)
        .param("id", session.value())
        .update();
  }

  void finish(SessionId session, Instant now) {
    sql.sql("update session set status = 'finished', finished_at = :now where id = :id")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", session.value())
        .update();
  }

  Optional<LiveSession> find(SessionId session) {
    return sql.sql(
            """
            select s.id, s.project_id, s.name, s.status, s.mode, s.events,
                   coalesce((select epoch from realtime_event e
                              where e.session_id = s.id and e.seq = s.events), 0) as epoch
              from session s
             where s.id = :id and s.origin = 'live'
            """)
        .param("id", session.value())
        .query((row, _) -> session(row))
        .optional();
  }

  private static LiveSession session(ResultSet row) throws SQLException {
    return new LiveSession(
        new SessionId(row.getObject("id", UUID.class)),
        project(row),
        row.getString("name"),
        row.getString("status").equals("open"),
        Mode.of(row.getString("mode")),
        row.getLong("events"),
        row.getInt("epoch"));
  }

  private static Optional<ProjectId> project(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("project_id", UUID.class)).map(ProjectId::new);
  }

  List<SessionId> of(ProjectId project) {
    return sql.sql("select id from session where project_id = :project order by id")
        .param("project", project.value())
        .query((row, _) -> new SessionId(row.getObject("id", UUID.class)))
        .list();
  }

  /// How far each of a project's sessions was told.
  Through settled(ProjectId project) {
    Map<SessionId, Integer> told = new HashMap<>();
    sql.sql("select id, told from session where project_id = :project")
        .param("project", project.value())
        .query(row -> {
          told.put(new SessionId(row.getObject("id", UUID.class)), row.getInt("told"));
        });
    return new Through(told);
  }

  Map<SessionId, String> names(ProjectId project) {
    Map<SessionId, String> names = new HashMap<>();
    sql.sql("select id, name from session where project_id = :project")
        .param("project", project.value())
        .query(row -> {
          names.put(new SessionId(row.getObject("id", UUID.class)), row.getString("name"));
        });
    return names;
  }

  /// The projects that have a transcript, page by page.
  List<ProjectId> projectsAfter(Optional<ProjectId> last) {
    return sql.sql(
            """
            select distinct project_id from session
             where project_id > :last order by project_id limit :limit
            """)
        .param("last", last.map(ProjectId::value).orElse(new UUID(0, 0)))
        .param("limit", PAGE)
        .query((row, _) -> new ProjectId(row.getObject("project_id", UUID.class)))
        .list();
  }
}
