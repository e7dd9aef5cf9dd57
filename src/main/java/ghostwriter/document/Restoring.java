package ghostwriter.document;

import ghostwriter.document.RestoreResult.MovedOn;
import ghostwriter.document.RestoreResult.NothingThere;
import ghostwriter.document.RestoreResult.Restored;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes earlier versions stand again. Going back is going on: a new version takes over the old
/// one's rows as they are, so that it equals it byte for byte and nothing in between is lost.
final class Restoring {
  private final JdbcClient sql;
  private final DocumentStore store;

  Restoring(JdbcClient sql, DocumentStore store) {
    this.sql = sql;
    this.store = store;
  }

  /// To the version that stood before the one that stands. An undo goes on where the last one came
  /// to: twice goes back by two.
  RestoreResult undo(ProjectId project, int base, PersonId person, Instant now) {
    int current = store.lock(project).orElseThrow();
    if (base != current) {
      return new MovedOn(current);
    }
    int before = before(project, current).orElse(0);
    if (before == 0) {
      return new NothingThere();
    }
    OptionalInt next = before(project, before);
    copy(project, before, current + 1, next, person, now);
    return new Restored(current + 1);
  }

  RestoreResult restore(ProjectId project, int base, int number, PersonId person, Instant now) {
    int current = store.lock(project).orElseThrow();
    if (base != current) {
      return new MovedOn(current);
    }
    if (number == current) {
      return new Restored(current);
    }
    if (before(project, number).isEmpty()) {
      return new NothingThere();
    }
    copy(project, number, current + 1, OptionalInt.empty(), person, now);
    return new Restored(current + 1);
  }

  /// Where an undo of a version goes; 0 for the first, empty where there is no such version.
  private OptionalInt before(ProjectId project, int number) {
    return sql.sql(
            """
            select coalesce(undo_to, number - 1)
              from version where project_id = :project and number = :number
            """)
        .param("project", project.value())
        .param("number", number)
        .query(Integer.class)
        .optional()
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private void copy(
      ProjectId project, int from, int number, OptionalInt undoTo, PersonId person, Instant now) {
    sql.sql(
            """
            insert into version
              (project_id, number, origin, person_id, summary,
               sections, headings, sizes, revisions, created_at, restored, undo_to)
            select project_id, :number, 'human', :person, '',
                   sections, headings, sizes, revisions, :now, number, cast(:undoTo as int)
              from version where project_id = :project and number = :from
            """)
        .param("project", project.value())
        .param("number", number)
        .param("person", person.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("undoTo", undoTo.isPresent() ? undoTo.getAsInt() : null)
        .param("from", from)
        .update();
    store.setHead(project, number, Words.NONE);
  }
}
