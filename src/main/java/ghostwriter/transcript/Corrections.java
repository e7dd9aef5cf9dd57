package ghostwriter.transcript;

import ghostwriter.transcript.CorrectionResult.Corrected;
import ghostwriter.transcript.CorrectionResult.NoSuchItem;
import ghostwriter.transcript.CorrectionResult.Outdated;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts right what was misheard. The earlier wording is kept, and so is, beside the corrected one,
/// what the provider transcribed.
final class Corrections {
  private record Standing(int revision, Words text, boolean told) {}

  private final JdbcClient sql;

  Corrections(JdbcClient sql) {
    this.sql = sql;
  }

  CorrectionResult correct(
      ProjectId project, ItemId item, int revision, Words words, PersonId person, Instant now) {
    holdSession(project, item);
    Optional<Standing> standing = standing(project, item);
    if (standing.isEmpty()) {
      return new NoSuchItem();
    }
    if (standing.get().revision() != revision) {
      return new Outdated(standing.get().revision());
    }
    if (standing.get().text().equals(words)) {
      return new Corrected(revision);
    }
    keep(project, item, person, now);
    write(project, item, words);
    if (standing.get().told()) {
      tellAgain(project, item);
    }
    return new Corrected(revision + 1);
  }

  /// The session first, then its items: the order in which an append locks them.
  private void holdSession(ProjectId project, ItemId item) {
    sql.sql(
            """
            select id from session
             where id = :session and project_id = :project for no key update
            """)
        .param("session", item.session().value())
        .param("project", project.value())
        .query((row, _) -> row.getString("id"))
        .list();
  }

  private Optional<Standing> standing(ProjectId project, ItemId item) {
    return sql.sql(
            """
            select revision, text, told is not null as told
              from item
             where project_id = :project and session_id = :session and id = :item
               and kind = 'message' and role <> 'system' and status not in ('open', 'deleted')
            """)
        .param("project", project.value())
        .param("session", item.session().value())
        .param("item", item.id())
        .query((row, _) ->
            new Standing(
                row.getInt("revision"), new Words(row.getString("text")), row.getBoolean("told")))
        .optional();
  }

  private void keep(ProjectId project, ItemId item, PersonId person, Instant now) {
    sql.sql(
            """
            insert into item_revision
              (project_id, session_id, item_id, revision, text, person_id, replaced_at)
            select project_id, session_id, id, revision, text, :person, :now
              from item
             where project_id = :project and session_id = :session and id = :item
            """)
        .param("person", person.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("project", project.value())
        .param("session", item.session().value())
        .param("item", item.id())
        .update();
  }

  /// What a live client said counts as their words once somebody who knows has written it down.
  private void write(ProjectId project, ItemId item, Words words) {
    sql.sql(
            """
            update item
               set transcribed = coalesce(transcribed, text), text = :text, words = :words,
                   revision = revision + 1, status = 'completed',
                   client = client or (role = 'user' and exists (
                     select 1 from session s where s.id = item.session_id and s.origin = 'live'))
             where project_id = :project and session_id = :session and id = :item
            """)
        .param("text", words.text())
        .param("words", words.count())
        .param("project", project.value())
        .param("session", item.session().value())
        .param("item", item.id())
        .update();
  }

  private void tellAgain(ProjectId project, ItemId item) {
    sql.sql(
            """
            with session as (
              update session set told = told + 1 where id = :session returning told)
            update item set told = session.told
              from session
             where project_id = :project and session_id = :session and item.id = :item
            """)
        .param("project", project.value())
        .param("session", item.session().value())
        .param("item", item.id())
        .update();
  }
}
