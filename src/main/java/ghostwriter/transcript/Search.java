package ghostwriter.transcript;

import ghostwriter.transcript.Excerpt.Fragment;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Full-text search over one project's conversation, in the forms of its language.
///
/// The database marks matches with two control characters, which are taken out of the text before;
/// so a passage leaves here as plain pieces, and nobody's words can pass for mark-up.
final class Search {
  private static final char BEGIN = '\u0002';
  private static final char END = '\u0003';
  private static final String OPTIONS =
      "StartSel=\"" + BEGIN + "\", StopSel=\"" + END + "\", HighlightAll=true";

  private final JdbcClient sql;

  Search(JdbcClient sql) {
    this.sql = sql;
  }

  List<Excerpt> find(ProjectId project, String dictionary, String query, int limit) {
    return sql.sql(
            """
            with hit as (
              select session_id, id, turn, revision, role, speaker, client, text, asked,
                     ts_rank_cd(search, asked) as rank
                from item, websearch_to_tsquery(cast(:dictionary as regconfig), :query) as asked
               where project_id = :project and search @@ asked
                 and kind = 'message' and role <> 'system' and status in ('completed', 'incomplete')
               order by rank desc, session_id desc, turn
               limit :limit)
            select session_id, id, turn, revision, role, speaker, client, text,
                   ts_headline(cast(:dictionary as regconfig), translate(text, :marks, ''), asked,
                               :options) as passage
              from hit
             order by rank desc, session_id desc, turn
            """)
        .param("dictionary", dictionary)
        .param("query", query)
        .param("project", project.value())
        .param("limit", limit)
        .param("marks", "" + BEGIN + END)
        .param("options", OPTIONS)
        .query((row, _) -> excerpt(row))
        .list();
  }

  private static Excerpt excerpt(ResultSet row) throws SQLException {
    return new Excerpt(ItemReader.item(row), Clipping.clip(fragments(row.getString("passage"))));
  }

  static List<Fragment> fragments(String passage) {
    List<Fragment> fragments = new ArrayList<>();
    int from = 0;
    boolean match = false;
    for (int i = 0; i <= passage.length(); i++) {
      if (i == passage.length() || passage.charAt(i) == BEGIN || passage.charAt(i) == END) {
        if (i > from) {
          fragments.add(new Fragment(new Words(passage.substring(from, i)), match));
        }
        match = i < passage.length() && passage.charAt(i) == BEGIN;
        from = i + 1;
      }
    }
    return fragments;
  }
}
