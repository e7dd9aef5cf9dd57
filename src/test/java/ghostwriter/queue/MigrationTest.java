package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestDatabase;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database with jobs from before a request named what it rests on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationTest {
  private static final UUID PROJECT = UUID.fromString("019a0000-0000-7000-8000-000000000001");
  private static final UUID DONE = UUID.fromString("019a0000-0000-7000-8000-000000000002");
  private static final UUID WAITING = UUID.fromString("019a0000-0000-7000-8000-000000000003");
  private static final WorkerId WORKER = new WorkerId(UUID.randomUUID());

  private final TestHouse house = migrated();

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void jobsOfBeforePointNowhereAndAreDraftedAsEver() {
    var project = new ProjectId(PROJECT);

    DraftJob claimed = house.inTransaction(() -> house.queue.claim(WORKER, 10)).getFirst();

    assertThat(claimed.id()).isEqualTo(new JobId(WAITING));
    assertThat(claimed.messagePointers()).isEmpty();
    assertThat(claimed.transcriptAnchors()).isEmpty();
    assertThat(claimed.promptContext()).isEmpty();
    assertThat(house.queue.jobs(project, 10)).hasSize(2);
    assertThat(house.queue.pointedAt(project)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message_pointers = null",
        "message_pointers = '{}'",
        "transcript_anchors = null",
        "transcript_anchors = '1'",
        "prompt_context = null",
        "prompt_context = '[]'",
      })
  void whatIsAddedHoldsNothingThatCannotBe(String change) {
    assertThatThrownBy(() -> house.sql.sql("update draft_job set " + change).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private static TestHouse migrated() {
    DatabaseAccess access = inItsOwnSchema(TestDatabase.fresh());
    migrate(access, "8");
    try (var pool = TestDatabase.pool(access)) {
      fill(JdbcClient.create(pool));
    }
    migrate(access, "latest");
    return new TestHouse(new SteppingClock(), access);
  }

  private static DatabaseAccess inItsOwnSchema(DatabaseAccess access) {
    String sign = access.jdbcUrl().contains("?") ? "&" : "?";
    return new DatabaseAccess(
        access.jdbcUrl() + sign + "currentSchema=before,public", access.user(), access.password());
  }

  private static void migrate(DatabaseAccess access, String target) {
    Flyway.configure()
        .dataSource(access.jdbcUrl(), access.user(), access.password())
        .schemas("before")
        .target(target)
        .load()
        .migrate();
  }

  private static void fill(JdbcClient sql) {
    sql.sql(
            """
            alter table draft_job
              drop column message_pointers, drop column transcript_anchors, drop column prompt_context
            """)
        .update();
    sql.sql(
            """
            insert into project (id, title, kind, language, created_at)
            values (:project, 'A book', 'memoir', 'en', now())
            """)
        .param("project", PROJECT)
        .update();
    sql.sql(
            """
            insert into draft_job
              (project_id, id, kind, status, urgency, summary, attempts, epoch, through,
               generated_summary, created_at, started_at, completed_at)
            values
              (:project, :done, 'update', 'complete', 1, 'the harbour', 1, 1, '{"turns": {}}',
               'I wrote it down.', now(), now(), now()),
              (:project, :waiting, 'update', 'queued', 1, 'the storm', 0, 0, null,
               null, now(), null, null)
            """)
        .param("project", PROJECT)
        .param("done", DONE)
        .param("waiting", WAITING)
        .update();
    sql.sql(
            """
            insert into draft_slot
              (project_id, state, urgency, due_at, attempts, epoch, waiting_job)
            values (:project, 'ready', 1, '2000-01-01', 0, 1, :waiting)
            """)
        .param("project", PROJECT)
        .param("waiting", WAITING)
        .update();
  }
}
