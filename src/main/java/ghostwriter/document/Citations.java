package ghostwriter.document;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a document rests on.
final class Citations {
  private final JdbcClient sql;

  Citations(JdbcClient sql) {
    this.sql = sql;
  }

  /// Every item that a block of the version that stands names as its source.
  Set<ItemId> now(ProjectId project) {
    return Set.copyOf(
        sql.sql(
                """
                select distinct cast(source -> 'item' ->> 'session' as uuid) as session,
                       source -> 'item' ->> 'id' as item
                  from document d
                  join version v on v.project_id = d.project_id and v.number = d.version
                 cross join unnest(v.revisions) as standing (id)
                  join revision r on r.project_id = d.project_id and r.id = standing.id
                 cross join jsonb_array_elements(r.sources) as source
                 where d.project_id = :project
                """)
            .param("project", project.value())
            .query((row, _) ->
                new ItemId(
                    new SessionId(row.getObject("session", UUID.class)), row.getString("item")))
            .list());
  }
}
