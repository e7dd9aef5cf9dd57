package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimTest {
  private final Desk desk = new Desk();

  @BeforeEach
  void clear() {
    desk.clear();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void theMostUrgentGoesFirst() {
    var low = ask(Urgency.LOW);
    var normal = ask(Urgency.NORMAL);
    var high = ask(Urgency.HIGH);
    desk.clock.advance(Duration.ofMinutes(2));

    assertThat(claimOneByOne(3)).containsExactly(high, normal, low);
  }

  @Test
  void amongTheEquallyUrgentWhoeverWasDueFirstGoesFirst() {
    var first = ask(Urgency.HIGH);
    desk.clock.advance(Duration.ofMillis(1));
    var second = ask(Urgency.HIGH);
    desk.clock.advance(Duration.ofMillis(1));
    var third = ask(Urgency.HIGH);

    assertThat(claimOneByOne(3)).containsExactly(first, second, third);
  }

  @Test
  void nobodyWaitsMoreThanFiveMinutesBehindMoreUrgentNewerOnes() {
    var patient = ask(Urgency.LOW);
    desk.clock.advance(Duration.ofMinutes(7));
    var eager = ask(Urgency.HIGH);

    assertThat(claimOneByOne(2)).containsExactly(patient, eager);
  }

  @Test
  void whoeverHasWaitedLessThanFiveMinutesLetsTheMoreUrgentPass() {
    var patient = ask(Urgency.LOW);
    desk.clock.advance(Duration.ofMinutes(7).minusMillis(1));
    var eager = ask(Urgency.HIGH);

    assertThat(claimOneByOne(2)).containsExactly(eager, patient);
  }

  @Test
  void aProjectRunsOneJobAtATime() {
    var project = ask(Urgency.HIGH);
    var first = desk.claim();
    desk.ask(project, Urgency.HIGH, "the storm");

    assertThat(desk.claim(Desk.BOB, 10)).isEmpty();
    desk.finish(first);
    assertThat(desk.claim(Desk.BOB, 10)).hasSize(1);
  }

  @Test
  void everyClaimRaisesTheEpoch() {
    ask(Urgency.HIGH);
    var first = desk.claim();
    desk.release(first);

    assertThat(desk.claim().epoch()).isGreaterThan(first.epoch());
  }

  @Test
  void fourWorkersThatClaimAtOnceTakeEachJobOnce() throws Exception {
    var asked = Stream.generate(() -> ask(Urgency.HIGH)).limit(40).toList();

    var claimed = together(4, this::claimUntilNothingIsDue);

    assertThat(claimed).extracting(DraftJob::project).containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void aClaimGoesThroughTheIndexesOfATableThatWasNeverAnalysed() {
    fill(3_000);
    for (int i = 0; i < 8; i++) {
      assertThat(sequentialScansOfAClaim()).isZero();
    }
  }

  private ProjectId ask(Urgency urgency) {
    var project = desk.project();
    desk.ask(project, urgency, "the harbour");
    return project;
  }

  private List<ProjectId> claimOneByOne(int times) {
    return Stream.generate(desk::claim).limit(times).map(DraftJob::project).toList();
  }

  private List<DraftJob> claimUntilNothingIsDue() {
    List<DraftJob> mine = new ArrayList<>();
    while (desk.queue.due() > 0) {
      mine.addAll(desk.claim(Desk.ALICE, 3));
    }
    return mine;
  }

  private static List<DraftJob> together(int threads, Callable<List<DraftJob>> work)
      throws Exception {
    List<DraftJob> all = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var part : pool.invokeAll(Collections.nCopies(threads, work))) {
        all.addAll(part.get());
      }
    }
    return all;
  }

  /// Projects of which one in twenty waits.
  private void fill(int projects) {
    desk.house
        .sql
        .sql(
            """
            with made as (
              insert into project (id, title, kind, language, created_at)
              select gen_random_uuid(), 'A book', 'memoir', 'en', now() from generate_series(1, :n)
              returning id),
            asked as (
              insert into draft_job (project_id, id, kind, status, urgency, created_at)
              select id, id, 'update', 'queued', 1, now() from made
              returning id)
            insert into draft_slot
              (project_id, state, urgency, due_at, attempts, epoch, waiting_job)
            select id, case when n % 20 = 0 then 'ready' else 'idle' end, 1, :due, 0, 0,
                   case when n % 20 = 0 then id end
              from (select id, row_number() over () as n from asked) as numbered
            """)
        .param("n", projects)
        .param("due", desk.clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private long sequentialScansOfAClaim() {
    return desk.house.inTransaction(() -> {
      long before = sequentialScans();
      assertThat(desk.queue.claim(Desk.ALICE, 2)).hasSize(2);
      return sequentialScans() - before;
    });
  }

  private long sequentialScans() {
    return desk.house
        .sql
        .sql(
            """
            select sum(seq_scan) from pg_stat_xact_user_tables
             where relname in ('draft_slot', 'draft_job')
            """)
        .query(Long.class)
        .single();
  }
}
