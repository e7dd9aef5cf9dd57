package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.feed.FeedEvent;
import ghostwriter.queue.CareResult.Done;
import ghostwriter.queue.CareResult.WrongState;
import ghostwriter.queue.EnqueueResult.Enqueued;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes of a draft that the operator withdraws.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelTest {
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
  void aCancelledJobThatWaitedIsNeverRun() {
    JobId job = desk.ask(project, Urgency.HIGH, "the harbour", "item_1").job();

    assertThat(desk.cancel(job)).isEqualTo(done(job));

    assertThat(desk.record(project, job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(desk.queue.due()).isZero();
    assertThat(cancelled()).containsExactly(job.toString());
  }

  @Test
  void aCancelledJobCollapsesNothing() {
    JobId job = desk.ask(project, Urgency.HIGH, "the harbour").job();
    desk.cancel(job);

    assertThat(desk.ask(project, Urgency.HIGH, "the harbour"))
        .isInstanceOf(Enqueued.class)
        .extracting(EnqueueResult::job)
        .isNotEqualTo(job);
  }

  @ParameterizedTest
  @MethodSource("ghostwriter.queue.LeaseTest#whatAZombieTries")
  void whoeverRunsACancelledJobChangesNothingAnyMore(LeaseTest.ZombieAct act) {
    desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    desk.cancel(job.id());
    var before = desk.everything(project);
    Consumer<DraftQueue> attempt = queue -> act.accept(queue, job);

    assertThatThrownBy(() -> desk.house.doInTransaction(() -> attempt.accept(desk.queue)))
        .isInstanceOf(LeaseLost.class);

    assertThat(desk.everything(project)).isEqualTo(before);
  }

  @Test
  void cancellingARunningJobRaisesTheFenceAndTellsItsWorker() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    assertThat(desk.queue.gone(List.of(job))).isEmpty();

    desk.cancel(job.id());

    assertThat(desk.queue.gone(List.of(job))).containsExactly(job);
    desk.ask(project, Urgency.HIGH, "the storm");
    assertThat(desk.claim().epoch()).isGreaterThan(job.epoch() + 1);
  }

  @Test
  void whatWaitedBehindACancelledJobRunsNext() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    JobId next = desk.ask(project, Urgency.HIGH, "the storm").job();

    desk.cancel(job.id());

    assertThat(desk.claim().id()).isEqualTo(next);
  }

  @Test
  void cancellingWhatWaitsLeavesTheRunningJobAlone() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    JobId waiting = desk.ask(project, Urgency.HIGH, "the storm").job();

    desk.cancel(waiting);

    assertThat(latest()).isEqualTo(job.id());
    desk.finish(job);
    assertThat(desk.queue.due()).isZero();
    assertThat(latest()).isEqualTo(waiting);
  }

  @Test
  void thePointersThatWereLeftBesideACancelledJobGetAJobOfTheirOwn() {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    var job = desk.claim();
    desk.ask(project, Urgency.HIGH, "the harbour", "item_2");

    desk.cancel(job.id());

    var next = desk.claim();
    assertThat(next.id()).isNotEqualTo(job.id());
    assertThat(next.messagePointers()).containsExactly(Desk.item("item_2"));
  }

  @Test
  void theWishThatCameAfterTheAnswerOutlivesACancelledJob() {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    var job = desk.claim();
    desk.queue.keepAnswer(job, "{}", "{}");
    desk.fail(job);
    desk.ask(project, Urgency.HIGH, "the storm");

    desk.cancel(job.id());

    assertThat(desk.claim().summary().text()).isEqualTo("the storm");
  }

  @ParameterizedTest
  @EnumSource(
      value = JobStatus.class,
      names = {"COMPLETE", "ERROR", "CANCELLED"})
  void whatIsOverCannotBeCancelled(JobStatus status) {
    JobId job = ended(status);
    var before = desk.everything(project);

    assertThat(desk.cancel(job)).isEqualTo(new WrongState(status));
    assertThat(desk.everything(project)).isEqualTo(before);
  }

  private JobId ended(JobStatus status) {
    JobId job = desk.ask(project, Urgency.HIGH, "the harbour").job();
    switch (status) {
      case COMPLETE -> desk.finish(desk.claim());
      case ERROR -> {
        var claimed = desk.claim();
        desk.house.doInTransaction(() -> desk.queue.giveUp(claimed, "refused"));
      }
      case CANCELLED -> desk.cancel(job);
      case QUEUED, RUNNING -> throw new IllegalArgumentException();
    }
    return job;
  }

  private JobId latest() {
    return Objects.requireNonNull(desk.queue.latest(List.of(project)).get(project)).id();
  }

  /// What is told of a job that nothing has happened to since.
  private CareResult done(JobId job) {
    return new Done(new ListedJob(project, desk.record(project, job), Optional.empty()));
  }

  private List<String> cancelled() {
    return desk.house.feed.after(project, 0, 100).stream()
        .filter(event -> event.kind().equals("draftCancelled"))
        .map(FeedEvent::payload)
        .map(payload -> desk.house.json.readTree(payload).path("jobId").asString())
        .toList();
  }
}
