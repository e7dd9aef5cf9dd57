import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.DraftRequest;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Many projects with a talk each, and a job each that waits to be drafted.
final class Backlog {
  private static final int TURNS = 8;
  private static final int BATCH = 100;

  private final Server server;
  private final JdbcClient sql;
  private final List<ProjectId> projects = new ArrayList<>();

  Backlog(Server server, int size) {
    this.server = server;
    this.sql = server.bean(JdbcClient.class);
    var author = server.newAuthor().person();
    while (projects.size() < size) {
      server.inTransaction(() -> {
        for (int i = 0; i < BATCH && projects.size() < size; i++) {
          ProjectId project = server.newBook(author);
          server.bean(Transcripts.class).addRecording(project, "talk", Story.talk(TURNS));
          projects.add(project);
        }
        return projects;
      });
    }
    tidy();
  }

  /// Lets all of them wait, those first that have never been drafted, and behind everything that clients ask for.
  void fill() {
    var queue = server.bean(DraftQueue.class);
    for (int from = 0; from < projects.size(); from += BATCH) {
      List<ProjectId> some = projects.subList(from, Math.min(projects.size(), from + BATCH));
      server.inTransaction(() ->
          some.stream().map(it -> queue.enqueue(DraftRequest.of(it, Urgency.LOW, Words.NONE))).toList());
    }
    sql.sql("update draft_slot set due_at = clock_timestamp() where state = 'ready' and project_id = any(:projects)")
        .param("projects", ids())
        .update();
    Collections.rotate(projects, -projects.size() / 8);
    tidy();
  }

  /// Withdraws those that have not begun.
  void empty() {
    server.inTransaction(() -> {
      sql.sql(
              """
              with slots as (
                update draft_slot set state = 'idle', waiting_job = null
                 where state = 'ready' and project_id = any(:projects) returning project_id)
              update draft_job set status = 'cancelled', completed_at = clock_timestamp()
               where status = 'queued' and project_id in (select project_id from slots)
              """)
          .param("projects", ids())
          .update();
      return projects;
    });
    tidy();
  }

  private UUID[] ids() {
    return projects.stream().map(ProjectId::value).toArray(UUID[]::new);
  }

  /// So that none of it falls into a measured round.
  private void tidy() {
    sql.sql("vacuum (analyze) draft_slot, draft_job, draft_request, feed_head, feed_event, item").update();
    sql.sql("checkpoint").update();
  }

  /// How many wait, and how many are being drafted.
  long in(String state) {
    return sql.sql("select count(*) from draft_slot where state = :state").param("state", state).query(Long.class).single();
  }

  long drafted() {
    return sql.sql("select count(*) from draft_job where status = 'complete'").query(Long.class).single();
  }
}
