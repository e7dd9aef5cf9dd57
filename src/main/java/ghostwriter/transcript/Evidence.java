package ghostwriter.transcript;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The conversation as what a book rests on: which of its words have changed since they were cited,
/// and which nobody has cited. It only reads; safe for many threads.
@Component
public class Evidence {
  /// Shorter turns, in words, are answers and murmurs rather than material.
  private static final int PASSAGE = 8;

  private final JdbcClient sql;
  private final ItemReader reader;

  public Evidence(JdbcClient sql) {
    this.sql = sql;
    this.reader = new ItemReader(sql);
  }

  /// The items that are not worded any more as they were first stored, each with its revision now.
  public Map<ItemId, Integer> reworded(ProjectId project) {
    Map<ItemId, Integer> revisions = new HashMap<>();
    sql.sql(
            """
            select session_id, id, revision from item
             where project_id = :project and revision > 1
            """)
        .param("project", project.value())
        .query(row -> {
          revisions.put(id(row), row.getInt("revision"));
        });
    return revisions;
  }

  /// The same passages in the words that their items have now. A source whose item is gone, or has
  /// no words any more, stays as it is.
  public List<Source> asWordedNow(ProjectId project, Collection<Source> sources) {
    Map<Source, ConversationItem> cited = reader.cited(project, sources);
    Map<ItemId, ConversationItem> now =
        reader.find(project, sources.stream().map(Source::item).distinct().toList());
    List<Source> current = new ArrayList<>();
    for (Source source : sources) {
      Optional<ConversationItem> then = Optional.ofNullable(cited.get(source));
      Optional<ConversationItem> item = Optional.ofNullable(now.get(source.item()));
      current.add(then.flatMap(it -> item.flatMap(is -> at(source, it, is))).orElse(source));
    }
    return current.stream().distinct().toList();
  }

  private static Optional<Source> at(Source source, ConversationItem then, ConversationItem now) {
    return now.revision() == source.revision()
        ? Optional.of(source)
        : new Rewording(then.text().text(), now.text().text()).of(source, now.revision());
  }

  /// What the client told for the book, in turns of some length, and nothing cites. `not in` is
  /// answered from a hash whatever the planner thinks of the arrays; joined with them, the plan
  /// that it makes once for all calls compares every item with every citation.
  ///
  /// @param cited the items that the book rests on
  /// @param limit how many items to list
  public Unused unused(ProjectId project, Set<ItemId> cited, int limit) {
    UUID[] sessions = cited.stream().map(item -> item.session().value()).toArray(UUID[]::new);
    String[] ids = cited.stream().map(ItemId::id).toArray(String[]::new);
    // Before the sums and not while they are read: that would hold two connections at a time.
    List<Unused.Passage> items = list(project, sessions, ids, limit);
    return sql.sql(
            """
            select coalesce(sum(i.words), 0) as of,
                   coalesce(sum(i.words) filter (
                     where i.words >= :least and (i.session_id, i.id) not in (
                       select * from unnest(cast(:sessions as uuid[]), cast(:ids as text[])))
                   ), 0) as words
              from session s
              join item i on i.project_id = s.project_id and i.session_id = s.id
             where s.project_id = :project and i.told <= s.told
               and i.client and i.mode = 'ghostwriting'
            """)
        .param("project", project.value())
        .param("least", PASSAGE)
        .param("sessions", sessions)
        .param("ids", ids)
        .query((row, _) -> new Unused(items, row.getInt("words"), row.getInt("of")))
        .single();
  }

  private List<Unused.Passage> list(ProjectId project, UUID[] sessions, String[] ids, int limit) {
    return sql.sql(
            """
            select i.session_id, i.id, i.turn, i.text, i.words, i.said_at
              from session s
              join item i on i.project_id = s.project_id and i.session_id = s.id
             where s.project_id = :project and i.told <= s.told
               and i.client and i.mode = 'ghostwriting' and i.words >= :least
               and (i.session_id, i.id) not in (
                 select * from unnest(cast(:sessions as uuid[]), cast(:ids as text[])))
             order by i.session_id, i.turn
             limit :limit
            """)
        .param("project", project.value())
        .param("least", PASSAGE)
        .param("sessions", sessions)
        .param("ids", ids)
        .param("limit", limit)
        .query((row, _) -> passage(row))
        .list();
  }

  private static Unused.Passage passage(ResultSet row) throws SQLException {
    return new Unused.Passage(
        id(row),
        row.getInt("turn"),
        new Words(row.getString("text")),
        row.getInt("words"),
        row.getObject("said_at", OffsetDateTime.class).toInstant());
  }

  private static ItemId id(ResultSet row) throws SQLException {
    return new ItemId(new SessionId(row.getObject("session_id", UUID.class)), row.getString("id"));
  }
}
