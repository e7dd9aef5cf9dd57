package ghostwriter.transcript;

import ghostwriter.transcript.Anomaly.Kind;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares a session's rows with each other and with what its raw events say.
final class Inspection {
  /// An item as it is stored.
  ///
  /// @param text what the provider transcribed, also where a person has corrected it
  private record Row(
      String id,
      int turn,
      String kind,
      String role,
      String status,
      boolean client,
      boolean told,
      boolean corrected,
      String text) {}

  private final JdbcClient sql;

  Inspection(JdbcClient sql) {
    this.sql = sql;
  }

  /// Turns count from 1, each once; those of a recording may leave some out.
  List<Anomaly> turns(ProjectId project, SessionId session, boolean recording) {
    List<Anomaly> found = new ArrayList<>();
    int expected = 1;
    for (Row row : rows(project, session)) {
      if (row.turn() < expected) {
        found.add(new Anomaly(session, Kind.DUPLICATE, row.id()));
      } else if (row.turn() > expected && !recording) {
        found.add(new Anomaly(session, Kind.GAP, row.id()));
      }
      expected = Math.max(expected, row.turn() + 1);
    }
    return found;
  }

  List<Anomaly> against(ProjectId project, SessionId session, Fold fold) {
    List<Row> rows = rows(project, session);
    List<Anomaly> found = new ArrayList<>();
    Map<String, Row> stored = new HashMap<>();
    rows.forEach(row -> stored.put(row.id(), row));
    Set<String> said = new HashSet<>();
    for (FoldedItem item : fold.items()) {
      said.add(item.id());
      Kind kind = difference(item, fold.isTold(item.id()), stored.get(item.id()));
      if (kind != null) {
        found.add(new Anomaly(session, kind, item.id()));
      }
    }
    rows.stream()
        .filter(row -> !said.contains(row.id()))
        .forEach(row -> found.add(new Anomaly(session, Kind.UNKNOWN, row.id())));
    found.addAll(
        order(
            session,
            fold.items().stream().map(FoldedItem::id).filter(stored::containsKey).toList(),
            rows.stream().map(Row::id).filter(said::contains).toList()));
    return found;
  }

  private static @Nullable Kind difference(FoldedItem item, boolean told, @Nullable Row row) {
    if (row == null) {
      return Kind.MISSING;
    }
    if (!row.text().equals(ItemStore.storedText(item))) {
      return Kind.WORDS;
    }
    boolean alike =
        row.kind().equals(item.kind().name().toLowerCase(Locale.ROOT))
            && row.role().equals(item.role().name().toLowerCase(Locale.ROOT))
            && (row.corrected() || row.client() == item.evidence())
            && (row.corrected()
                || row.status().equals(item.state().name().toLowerCase(Locale.ROOT)))
            && (row.told() || !told || item.state() == ItemState.DELETED);
    return alike ? null : Kind.STATE;
  }

  /// Both name the same items; only the first that stands elsewhere is told, the rest follows from
  /// it.
  private static List<Anomaly> order(SessionId session, List<String> said, List<String> stored) {
    for (int i = 0; i < Math.min(said.size(), stored.size()); i++) {
      if (!said.get(i).equals(stored.get(i))) {
        return List.of(new Anomaly(session, Kind.ORDER, stored.get(i)));
      }
    }
    return List.of();
  }

  /// Where two folds of one session differ.
  static List<Anomaly> between(SessionId session, Fold live, Fold again) {
    if (live.items().equals(again.items())) {
      return List.of();
    }
    List<Anomaly> found = new ArrayList<>();
    Map<String, FoldedItem> shown = new HashMap<>();
    live.items().forEach(item -> shown.put(item.id(), item));
    for (FoldedItem item : again.items()) {
      FoldedItem seen = shown.remove(item.id());
      if (!item.equals(seen)) {
        Kind kind = seen == null ? Kind.MISSING : Kind.WORDS;
        found.add(new Anomaly(session, kind, item.id()));
      }
    }
    shown.keySet().forEach(id -> found.add(new Anomaly(session, Kind.UNKNOWN, id)));
    return found.isEmpty() ? order(session, ids(again), ids(live)) : found;
  }

  private static List<String> ids(Fold fold) {
    return fold.items().stream().map(FoldedItem::id).toList();
  }

  private List<Row> rows(ProjectId project, SessionId session) {
    return sql.sql(
            """
            select id, turn, kind, role, status, client, told is not null as told,
                   transcribed is not null as corrected, coalesce(transcribed, text) as text
              from item
             where project_id = :project and session_id = :session
             order by turn, id
            """)
        .param("project", project.value())
        .param("session", session.value())
        .query((row, _) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("id"),
        row.getInt("turn"),
        row.getString("kind"),
        row.getString("role"),
        row.getString("status"),
        row.getBoolean("client"),
        row.getBoolean("told"),
        row.getBoolean("corrected"),
        row.getString("text"));
  }
}
