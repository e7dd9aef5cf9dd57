package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.queue.CareResult.Done;
import ghostwriter.queue.CareResult.PartOf;
import ghostwriter.queue.CareResult.Unknown;
import ghostwriter.queue.CareResult.WrongState;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the operator can do about the queue besides withdrawing a draft.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueCareTest {
  private static final SectionId CHILDHOOD = new SectionId(new UUID(1, 1));

  private final Desk desk = new Desk();
  private ProjectId project;

  @BeforeEach
  void aFreshProject() {
    desk.clear();
    project = desk.project();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void aDrainLetsEverythingThatWaitsStartNow() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    desk.fail(desk.claim());
    desk.ask(desk.project(), Urgency.LOW, "the storm");
    desk.ask(desk.project(), Urgency.HIGH, "the winter");
    assertThat(desk.queue.due()).isEqualTo(1);

    assertThat(desk.drain()).isEqualTo(2);

    assertThat(desk.queue.due()).isEqualTo(3);
    assertThat(desk.drain()).isZero();
  }

  @Test
  void aDrainAlsoReachesWhatWaitsBehindARunningJob() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    desk.ask(project, Urgency.LOW, "the storm");

    assertThat(desk.drain()).isEqualTo(1);

    desk.finish(job);
    assertThat(desk.queue.due()).isEqualTo(1);
  }

  @Test
  void aDrainReachesAnUpdateThatStandsBehindARefinement() {
    JobId update = desk.ask(project, Urgency.LOW, "the harbour").job();
    desk.refine(project, CHILDHOOD, "Shorter.");

    assertThat(desk.drain()).isEqualTo(1);
    assertThat(desk.drain()).isZero();

    desk.finish(desk.claim());
    assertThat(desk.claim().id()).isEqualTo(update);
  }

  @Test
  void aDrainReachesARefinementThatStandsBehindAnUpdate() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    desk.fail(desk.claim());
    JobId refinement = desk.refine(project, CHILDHOOD, "Shorter.").job();

    assertThat(desk.drain()).isEqualTo(1);

    desk.finish(desk.claim());
    assertThat(desk.claim().id()).isEqualTo(refinement);
  }

  @Test
  void aDrainHoldsThoughAFailedJobGoesBeforeWhatItReached() {
    desk.refine(project, CHILDHOOD, "Shorter.");
    var refinement = desk.claim();
    JobId update = desk.ask(project, Urgency.LOW, "the harbour").job();
    assertThat(desk.drain()).isEqualTo(1);

    desk.fail(refinement);
    assertThat(desk.drain()).isEqualTo(1);

    desk.finish(desk.claim());
    assertThat(desk.claim().id()).isEqualTo(update);
  }

  @Test
  void aDrainCountsWhatIsInTheSlotAndWhatStandsBehindIt() {
    desk.refine(project, CHILDHOOD, "Shorter.");
    desk.fail(desk.claim());
    desk.ask(project, Urgency.LOW, "the harbour");

    assertThat(desk.drain()).isEqualTo(2);
  }

  @Test
  void aDrainGivesNoAttemptBack() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    desk.fail(desk.claim());
    desk.drain();

    assertThat(desk.claim().attempts()).isEqualTo(2);
  }

  @Test
  void aCancelledJobCanBeAskedForAgainAsItWas() {
    JobId job = desk.ask(project, Urgency.LOW, "the harbour", "item_1").job();
    desk.cancel(job);

    CareResult result = desk.retry(job);

    assertThat(result).isEqualTo(done(latest()));
    var again = desk.claim();
    assertThat(again.id()).isNotEqualTo(job);
    assertThat(again.urgency()).isEqualTo(Urgency.HIGH);
    assertThat(again.summary().text()).isEqualTo("the harbour");
    assertThat(again.messagePointers()).containsExactly(Desk.item("item_1"));
  }

  @Test
  void aRetryJoinsTheRequestThatWaits() {
    JobId failed = desk.ask(project, Urgency.HIGH, "the harbour", "item_1").job();
    giveUp();
    JobId waiting = desk.ask(project, Urgency.LOW, "the storm", "item_2").job();

    desk.retry(failed);

    var next = desk.claim();
    assertThat(next.id()).isEqualTo(waiting);
    assertThat(next.messagePointers())
        .containsExactlyInAnyOrder(Desk.item("item_1"), Desk.item("item_2"));
  }

  @Test
  void whatIsNotOverOrWentWellCannotBeRetried() {
    JobId complete = completed();
    JobId running = desk.ask(project, Urgency.HIGH, "the storm").job();
    desk.claim();
    JobId waiting = desk.ask(project, Urgency.HIGH, "the winter").job();

    assertThat(desk.retry(complete)).isEqualTo(new WrongState(JobStatus.COMPLETE));
    assertThat(desk.retry(running)).isEqualTo(new WrongState(JobStatus.RUNNING));
    assertThat(desk.retry(waiting)).isEqualTo(new WrongState(JobStatus.QUEUED));
  }

  @Test
  void whatAnotherJobTookInGoesWithThatOne() {
    JobId first = desk.ask(project, Urgency.HIGH, "the harbour").job();
    var job = desk.claim();
    JobId second = desk.ask(project, Urgency.HIGH, "the storm").job();
    desk.fail(job);

    assertThat(desk.house.care.overview(Optional.of(JobStatus.CANCELLED), 1).jobs())
        .extracting(ListedJob::mergedInto)
        .containsExactly(Optional.of(first));
    assertThat(desk.retry(second)).isEqualTo(new PartOf(first));
    assertThat(desk.cancel(second)).isEqualTo(new PartOf(first));
    assertThat(latest()).isEqualTo(first);
  }

  @Test
  void aJobThatThereIsNotIsSaidToBeUnknown() {
    var nobody = new JobId(UUID.randomUUID());

    assertThat(desk.cancel(nobody)).isEqualTo(new Unknown());
    assertThat(desk.retry(nobody)).isEqualTo(new Unknown());
    assertThat(desk.house.care.show(nobody)).isEmpty();
  }

  @Test
  void theOverviewShowsWhatRunsThenWhatWaitsThenTheRest() {
    JobId done = completed();
    JobId running = desk.ask(project, Urgency.HIGH, "the storm").job();
    desk.claim();
    JobId waiting = desk.ask(project, Urgency.LOW, "the winter").job();

    QueueOverview all = desk.house.care.overview(Optional.empty(), 10);

    assertThat(all.jobs()).extracting(it -> it.job().id()).containsExactly(running, waiting, done);
    assertThat(all.jobs()).extracting(ListedJob::project).containsOnly(project);
    assertThat(all.counts())
        .containsEntry(JobStatus.QUEUED, 1L)
        .containsEntry(JobStatus.RUNNING, 1L)
        .containsEntry(JobStatus.COMPLETE, 1L)
        .containsEntry(JobStatus.ERROR, 0L);
    assertThat(all.oldestQueuedAt()).contains(desk.record(project, waiting).createdAt());
    assertThat(desk.house.care.overview(Optional.of(JobStatus.QUEUED), 10).jobs())
        .singleElement()
        .extracting(it -> it.job().id())
        .isEqualTo(waiting);
    assertThat(desk.house.care.overview(Optional.empty(), 2).jobs()).hasSize(2);
  }

  @Test
  void oneJobIsShownInFull() {
    JobId running = desk.ask(project, Urgency.HIGH, "the harbour", "item_1").job();
    var job = desk.claim();
    JobId waiting = desk.ask(project, Urgency.NORMAL, "the storm").job();

    JobInFull first = desk.house.care.show(running).orElseThrow();
    assertThat(first.request().messagePointers()).containsExactly(Desk.item("item_1"));
    assertThat(first.worker()).contains(Desk.ALICE);
    assertThat(first.epoch()).isEqualTo(job.epoch());
    assertThat(first.due()).isEmpty();
    JobInFull second = desk.house.care.show(waiting).orElseThrow();
    assertThat(second.worker()).isEmpty();
    assertThat(second.due()).contains(desk.clock.instant().plus(Duration.ofSeconds(5)));
  }

  @Test
  void whatStandsBehindAnotherJobHasNoTimeOfItsOwn() {
    JobId update = desk.ask(project, Urgency.LOW, "the harbour").job();
    JobId refinement = desk.refine(project, CHILDHOOD, "Shorter.").job();

    assertThat(desk.house.care.show(refinement).orElseThrow().due()).contains(desk.clock.instant());
    assertThat(desk.house.care.show(update).orElseThrow().due()).isEmpty();
  }

  private JobId completed() {
    JobId job = desk.ask(project, Urgency.HIGH, "the harbour").job();
    desk.finish(desk.claim());
    return job;
  }

  private void giveUp() {
    var job = desk.claim();
    desk.house.doInTransaction(() -> desk.queue.giveUp(job, "refused"));
  }

  private JobId latest() {
    return Objects.requireNonNull(desk.queue.latest(List.of(project)).get(project)).id();
  }

  /// What is told of a job that nothing has happened to since.
  private CareResult done(JobId job) {
    return new Done(new ListedJob(project, desk.record(project, job), Optional.empty()));
  }
}
