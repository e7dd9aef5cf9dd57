package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.queue.EnqueueResult.Enqueued;
import ghostwriter.queue.EnqueueResult.Merged;
import ghostwriter.queue.EnqueueResult.Repeated;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnqueueTest {
  private static final WorkerId ALICE = new WorkerId(UUID.randomUUID());
  private static final SessionId TALK = new SessionId(UUID.randomUUID());
  private static final Finish DONE = new Finish(new Words("Done."), "{}", "{}", List.of(), false);

  private final SteppingClock clock = new SteppingClock();
  private TestHouse house;
  private ProjectId project;

  @BeforeAll
  void open() {
    house = new TestHouse(clock);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void aFreshProject() {
    project = house.project("memoir").id();
  }

  @Test
  void aRequestWaitsWhereNothingDoes() {
    var result = enqueue(Urgency.NORMAL, "the harbour");

    assertThat(result).isInstanceOf(Enqueued.class);
    assertThat(status(result)).isEqualTo(JobStatus.QUEUED);
  }

  @Test
  void anotherRequestJoinsTheWaitingJob() {
    var first = enqueue(Urgency.LOW, "the harbour", "item_1");
    var second = enqueue(Urgency.HIGH, "the storm", "item_1", "item_2");

    assertThat(second).isEqualTo(new Merged(first.job()));
    var job = claim();
    assertThat(job.urgency()).isEqualTo(Urgency.HIGH);
    assertThat(job.summary().text()).isEqualTo("the storm");
    assertThat(job.messagePointers()).containsExactly(item("item_1"), item("item_2"));
  }

  @Test
  void aRepetitionWithinNinetySecondsCollapses() {
    var first = enqueue(Urgency.NORMAL, "the harbour");
    clock.advance(Duration.ofSeconds(89));

    assertThat(enqueue(Urgency.NORMAL, "the harbour")).isEqualTo(new Repeated(first.job()));
  }

  @Test
  void aRepetitionAfterNinetySecondsDoesNot() {
    enqueue(Urgency.NORMAL, "the harbour");
    clock.advance(Duration.ofSeconds(91));

    assertThat(enqueue(Urgency.NORMAL, "the harbour")).isInstanceOf(Merged.class);
  }

  @Test
  void aMoreUrgentRepetitionDoesNot() {
    enqueue(Urgency.NORMAL, "the harbour");

    assertThat(enqueue(Urgency.HIGH, "the harbour")).isInstanceOf(Merged.class);
  }

  @Test
  void noSummaryCountsAsTheEmptyOne() {
    var first = enqueue(Urgency.NORMAL, "");

    assertThat(enqueue(Urgency.NORMAL, " ")).isEqualTo(new Repeated(first.job()));
  }

  @Test
  void aRepetitionOfAFailedJobDoesNotCollapse() {
    enqueue(Urgency.HIGH, "the harbour");
    var job = claim();
    house.doInTransaction(() -> house.queue.giveUp(job, "refused"));

    assertThat(enqueue(Urgency.HIGH, "the harbour")).isInstanceOf(Enqueued.class);
  }

  @Test
  void theFollowUpOfARunningJobTakesThePointersThatCollapsedIntoIt() {
    var first = enqueue(Urgency.HIGH, "the harbour", "item_1");
    var job = claim();
    assertThat(enqueue(Urgency.HIGH, "the harbour", "item_2")).isEqualTo(new Repeated(first.job()));

    house.doInTransaction(() -> house.queue.finish(job, DONE));

    var followUp = claim();
    assertThat(followUp.id()).isNotEqualTo(first.job());
    assertThat(followUp.messagePointers()).containsExactly(item("item_2"));
  }

  @Test
  void aCollapsedRequestWithoutPointersFollowsUpOnlyWhereSomethingNewWasSaid() {
    enqueue(Urgency.HIGH, "the harbour");
    var job = claim();
    enqueue(Urgency.HIGH, "the harbour");

    house.doInTransaction(() -> house.queue.finish(job, DONE));

    assertThat(claimAll()).isEmpty();
  }

  @Test
  void whatRepeatsACompleteJobButPointsToSomethingNewIsDrafted() {
    enqueue(Urgency.HIGH, "the harbour", "item_1");
    var job = claim();
    house.doInTransaction(() -> house.queue.finish(job, DONE));

    assertThat(enqueue(Urgency.HIGH, "the harbour", "item_1")).isInstanceOf(Repeated.class);
    assertThat(enqueue(Urgency.HIGH, "the harbour", "item_2")).isInstanceOf(Enqueued.class);
  }

  @Test
  void highStartsNowNormalAfterFiveSecondsLowAfterTwoMinutes() {
    enqueue(Urgency.LOW, "a");
    clock.advance(Duration.ofSeconds(119));
    assertThat(claimAll()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(claimAll()).hasSize(1);

    aFreshProject();
    enqueue(Urgency.NORMAL, "b");
    clock.advance(Duration.ofMillis(4_999));
    assertThat(claimAll()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(claimAll()).hasSize(1);

    aFreshProject();
    enqueue(Urgency.HIGH, "c");
    assertThat(claimAll()).hasSize(1);
  }

  private EnqueueResult enqueue(Urgency urgency, String summary, String... items) {
    var request =
        new DraftRequest(
            project,
            Optional.empty(),
            urgency,
            new Words(summary),
            List.of(items).stream().map(EnqueueTest::item).toList(),
            List.of(),
            Map.of());
    return house.inTransaction(() -> house.queue.enqueue(request));
  }

  private static ItemId item(String id) {
    return new ItemId(TALK, id);
  }

  private JobStatus status(EnqueueResult result) {
    return house.queue.find(project, result.job()).orElseThrow().status();
  }

  private DraftJob claim() {
    return claimAll().getFirst();
  }

  /// What is claimed of this test's project; those that other tests left are taken and ignored.
  private List<DraftJob> claimAll() {
    return house.inTransaction(() -> house.queue.claim(ALICE, 100)).stream()
        .filter(job -> job.project().equals(project))
        .toList();
  }
}
