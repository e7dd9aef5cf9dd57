package ghostwriter.transcript;

import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes the items of live sessions as rows.
///
/// `turn` numbers a session's items from 1 without a hole. An item at the end takes the next
/// number; the rare one in the middle moves those after it by one, in one statement.
final class ItemStore {
  private static final String INSERT =
      """
      insert into item
        (project_id, session_id, id, turn, kind, role, speaker, client, mode, status, text, words,
         order_uncertain, heard_ms, told, dictionary, said_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient sql;
  private final JdbcOperations batches;

  ItemStore(JdbcClient sql, JdbcOperations batches) {
    this.sql = sql;
    this.batches = batches;
  }

  /// Writes the turns of a recording; readers may have all of them.
  void insertRecording(
      ProjectId project,
      SessionId session,
      String dictionary,
      List<RecordedTurn> turns,
      Instant now) {
    batches.batchUpdate(
        """
        insert into item
          (project_id, session_id, id, turn, told, role, speaker, client, mode, status, text, words,
           dictionary, said_at)
        values (?, ?, ?, ?, ?, 'user', ?, ?, 'ghostwriting', 'completed', ?, ?, ?, ?)
        """,
        turns.stream().map(said -> recorded(project, session, dictionary, said, now)).toList());
  }

  private static Object[] recorded(
      ProjectId project, SessionId session, String dictionary, RecordedTurn said, Instant now) {
    return new Object[] {
      project.value(),
      session.value(),
      Transcripts.importedId(said.turn()),
      said.turn(),
      said.turn(),
      said.speaker(),
      said.client(),
      said.text().text(),
      said.text().count(),
      dictionary,
      now.atOffset(ZoneOffset.UTC)
    };
  }

  /// Where rows go.
  record Shelf(ProjectId project, SessionId session, Mode mode, String dictionary) {}

  /// Writes all items of a session that had no project until now.
  ///
  /// @param told the numbers of those that readers may have
  void insertAll(Shelf shelf, List<FoldedItem> items, Map<String, Integer> told) {
    batches.batchUpdate(
        INSERT,
        IntStream.range(0, items.size())
            .mapToObj(i -> row(shelf, items.get(i), i + 1, told.get(items.get(i).id())))
            .toList());
  }

  /// Writes an item directly after another one.
  void insert(Shelf shelf, FoldedItem item, Optional<String> after, @Nullable Integer told) {
    Optional<Spot> last = last(shelf);
    int turn;
    if (last.map(Spot::item).equals(after)) {
      turn = last.map(Spot::turn).orElse(0) + 1;
    } else {
      turn = after.map(previous -> turn(shelf, previous)).orElse(0) + 1;
      makeRoom(shelf, turn);
    }
    batches.update(INSERT, row(shelf, item, turn, told));
  }

  private record Spot(String item, int turn) {}

  /// Asked so that even a table without statistics is read by the end of the index on turns.
  private Optional<Spot> last(Shelf shelf) {
    return sql.sql(
            """
            select id, turn from item
             where project_id = :project and session_id = :session
             order by turn desc
             limit 1
            """)
        .param("project", shelf.project().value())
        .param("session", shelf.session().value())
        .query((row, _) -> new Spot(row.getString("id"), row.getInt("turn")))
        .optional();
  }

  private int turn(Shelf shelf, String item) {
    return sql.sql(
            """
            select turn from item
             where project_id = :project and session_id = :session and id = :item
            """)
        .param("project", shelf.project().value())
        .param("session", shelf.session().value())
        .param("item", item)
        .query(Integer.class)
        .single();
  }

  private void makeRoom(Shelf shelf, int turn) {
    sql.sql(
            """
            update item set turn = turn + 1
             where project_id = :project and session_id = :session and turn >= :turn
            """)
        .param("project", shelf.project().value())
        .param("session", shelf.session().value())
        .param("turn", turn)
        .update();
  }

  private static @Nullable Object[] row(
      Shelf shelf, FoldedItem item, int turn, @Nullable Integer told) {
    return new @Nullable Object[] {
      shelf.project().value(),
      shelf.session().value(),
      item.id(),
      turn,
      code(item.kind()),
      code(item.role()),
      speaker(item),
      item.evidence(),
      shelf.mode().code(),
      code(item.state()),
      storedText(item),
      item.text().count(),
      item.orderUncertain(),
      item.heard().map(Duration::toMillis).orElse(null),
      told,
      shelf.dictionary(),
      item.at().atOffset(ZoneOffset.UTC)
    };
  }

  /// Words that are still coming are for the live view only.
  static String storedText(FoldedItem item) {
    return item.state().settled() ? item.text().text() : "";
  }

  private static String speaker(FoldedItem item) {
    return switch (item.kind()) {
      case TOOL_CALL, TOOL_OUTPUT, OTHER -> item.label();
      case MESSAGE ->
          switch (item.role()) {
            case USER -> "Client";
            case ASSISTANT -> "Interviewer";
            case SYSTEM -> "System";
          };
    };
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// Brings an item's row up to what the fold says now. Where a person has corrected the words,
  /// theirs stay, and the provider's are kept beside them.
  void update(Shelf shelf, FoldedItem item, @Nullable Integer told, Instant now) {
    if (item.revision() > 1) {
      keepWording(shelf, item, now);
    }
    sql.sql(
            """
            update item
               set kind = :kind, role = :role, speaker = :speaker, heard_ms = :heard,
                   status = case when transcribed is null or :status = 'deleted'
                                 then :status else status end,
                   client = case when transcribed is null or :status = 'deleted'
                                 then :client else client end,
                   revision = revision + case when transcribed is null and status not in ('open', 'deleted') and text <> :text
                                              then 1 else 0 end,
                   text = case when transcribed is null then :text else text end,
                   words = case when transcribed is null then :words else words end,
                   transcribed = case when transcribed is null then null else :text end,
                   told = coalesce(:told, told)
             where project_id = :project and session_id = :session and id = :item
            """)
        .param("kind", code(item.kind()))
        .param("role", code(item.role()))
        .param("speaker", speaker(item))
        .param("heard", item.heard().map(Duration::toMillis).orElse(null))
        .param("status", code(item.state()))
        .param("client", item.evidence())
        .param("text", storedText(item))
        .param("words", item.text().count())
        .param("told", told)
        .param("project", shelf.project().value())
        .param("session", shelf.session().value())
        .param("item", item.id())
        .update();
  }

  private void keepWording(Shelf shelf, FoldedItem item, Instant now) {
    sql.sql(
            """
            insert into item_revision (project_id, session_id, item_id, revision, text, replaced_at)
            select project_id, session_id, id, revision, text, :now
              from item
             where project_id = :project and session_id = :session and id = :item
               and transcribed is null and status not in ('open', 'deleted') and text <> :text
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("project", shelf.project().value())
        .param("session", shelf.session().value())
        .param("item", item.id())
        .param("text", storedText(item))
        .update();
  }
}
