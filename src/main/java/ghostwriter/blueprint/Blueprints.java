package ghostwriter.blueprint;

import ghostwriter.feed.Feed;
import ghostwriter.feed.ProjectEvent.BlueprintChanged;
import ghostwriter.feed.ProjectEvent.BlueprintCommitted;
import ghostwriter.feed.Transactions;
import ghostwriter.project.BookKind;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The door to blueprints. Safe for many threads.
@Component
public class Blueprints {
  private final JdbcClient sql;
  private final Feed feed;
  private final InstantSource clock;

  public Blueprints(JdbcClient sql, Feed feed, InstantSource clock) {
    this.sql = sql;
    this.feed = feed;
    this.clock = clock;
  }

  /// Writes an answer over whatever stood there.
  public void answer(ProjectId project, Field field) {
    Transactions.require();
    if (write(project, field)) {
      feed.post(project, new BlueprintChanged(field.name()));
    }
  }

  /// @return whether it says something else than before
  private boolean write(ProjectId project, Field field) {
    return sql.sql(
                """
                insert into blueprint_field as f (project_id, name, value, origin, updated_at)
                values (:project, :name, :value, :origin, :now)
                on conflict (project_id, name) do update
                  set value = excluded.value, origin = excluded.origin, updated_at = excluded.updated_at
                  where (f.value, f.origin) <> (excluded.value, excluded.origin)
                """)
            .param("project", project.value())
            .param("name", field.name())
            .param("value", field.value().text())
            .param("origin", field.origin().name().toLowerCase(Locale.ROOT))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  public Blueprint of(ProjectId project) {
    return new Blueprint(fields(project), committedAt(project));
  }

  private List<Field> fields(ProjectId project) {
    return sql.sql(
            """
            select name, value, origin from blueprint_field where project_id = :project
            """)
        .param("project", project.value())
        .query((row, _) ->
            new Field(
                row.getString("name"),
                new Words(row.getString("value")),
                Field.Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT))))
        .list();
  }

  private Optional<Instant> committedAt(ProjectId project) {
    return sql.sql("select committed_at from blueprint where project_id = :project")
        .param("project", project.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /// The required fields that nobody has answered.
  public List<String> gaps(Blueprint blueprint, BookKind kind) {
    return kind.fields().stream()
        .filter(BookKind.Field::required)
        .map(BookKind.Field::name)
        .filter(name -> blueprint.field(name).isEmpty())
        .toList();
  }

  /// Opens the project for drafting, unless a required field is unanswered.
  public CommitResult commit(ProjectId project, BookKind kind) {
    Transactions.require();
    List<String> gaps = gaps(of(project), kind);
    if (!gaps.isEmpty()) {
      return new CommitResult.Gaps(gaps);
    }
    sql.sql(
            """
            insert into blueprint (project_id, committed_at) values (:project, :now)
            on conflict (project_id) do update set committed_at = excluded.committed_at
            """)
        .param("project", project.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    feed.post(project, new BlueprintCommitted());
    return new CommitResult.Committed();
  }
}
