package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/// The tables of the queue hold nothing that cannot be: each statement here would make it so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {
  private final Desk desk = new Desk();
  private ProjectId idle;
  private ProjectId waiting;
  private ProjectId busy;

  @BeforeAll
  void oneProjectInEachState() {
    desk.clear();
    busy = desk.project();
    desk.ask(busy, Urgency.HIGH, "the harbour");
    desk.claim();
    desk.ask(busy, Urgency.HIGH, "the storm");
    idle = desk.project();
    desk.ask(idle, Urgency.HIGH, "the harbour");
    desk.finish(desk.claim());
    waiting = desk.project();
    desk.ask(waiting, Urgency.LOW, "the harbour");
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state = 'paused'",
        "urgency = 3",
        "attempts = 4",
        "state = 'idle', worker_id = null, running_job = null",
        "state = 'ready'",
        "worker_id = null",
        "running_job = null",
        "waiting_job = running_job",
      })
  void aSlotThatRunsSaysWhoRunsWhat(String change) {
    refuses("update draft_slot set " + change, busy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "waiting_job = null",
        "state = 'idle'",
        "state = 'running'",
        "worker_id = gen_random_uuid()",
        "running_job = gen_random_uuid()",
      })
  void aSlotThatIsReadyNamesWhatWaitsAndNothingElse(String change) {
    refuses("update draft_slot set " + change, waiting);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state = 'ready'", "waiting_job = gen_random_uuid()"})
  void anIdleSlotIsEmpty(String change) {
    refuses("update draft_slot set " + change, idle);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generated_summary = null",
        "through = null",
        "started_at = null",
        "completed_at = null",
        "status = 'error'",
        "status = 'running'",
        "status = 'queued'",
        "merged_into = gen_random_uuid()",
        "duration_ms = -1",
      })
  void aCompleteJobHasItsResultAndItsTimes(String change) {
    refuses("update draft_job set " + change, idle);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'done'",
        "status = 'running'",
        "status = 'running', started_at = created_at",
        "status = 'complete', completed_at = created_at",
        "status = 'error', completed_at = created_at",
        "status = 'cancelled'",
        "completed_at = created_at",
        "kind = 'rewrite'",
        "urgency = -1",
        "attempts = 4",
        "message_pointers = null",
        "message_pointers = '{}'",
        "transcript_anchors = '1'",
        "prompt_context = '[]'",
        "follow_up = '[]'",
      })
  void aWaitingJobIsAskedForAndNothingElse(String change) {
    refuses("update draft_job set " + change, waiting);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update draft_job set status = 'running', started_at = created_at, attempts = 1",
        """
        insert into draft_job (project_id, id, kind, status, urgency, attempts, created_at, started_at)
        select id, gen_random_uuid(), 'update', 'running', 1, 1, now(), now() from project
        """,
        """
        insert into draft_job (project_id, id, kind, status, urgency, created_at)
        select id, gen_random_uuid(), 'update', 'queued', 1, now() from project
        """,
      })
  void aProjectRunsOneJobAndOneWaits(String change) {
    String key = change.startsWith("update") ? " where project_id = :p" : " where id = :p";
    assertThatThrownBy(() -> desk.house.sql.sql(change + key).param("p", busy.value()).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void refuses(String change, ProjectId project) {
    assertThatThrownBy(() ->
            desk.house
                .sql
                .sql(change + " where project_id = :p")
                .param("p", project.value())
                .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
