package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.queue.EnqueueResult.Merged;
import ghostwriter.queue.EnqueueResult.Repeated;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpTest {
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
  void aRepetitionThatPointsNowhereIsFollowedUpWhereSomethingNewWasSaid() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    desk.ask(project, Urgency.HIGH, "the harbour");
    desk.house.doInTransaction(() -> desk.queue.finish(job, Desk.finish(true)));

    assertThat(desk.claim().summary().text()).isEqualTo("the harbour");
  }

  @Test
  void newMaterialAloneAsksForNothing() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    desk.house.doInTransaction(() -> desk.queue.finish(job, Desk.finish(true)));

    assertThat(desk.queue.due()).isZero();
  }

  @Test
  void whatHadNoRoomInAJobIsReadByOneMore() {
    var context = Map.<String, Object>of("mode", "update", "length", 400);
    var request =
        new DraftRequest(
            project,
            Optional.empty(),
            Urgency.HIGH,
            new Words("the harbour"),
            List.of(Desk.item("item_1")),
            List.of(),
            context);
    desk.house.doInTransaction(() -> desk.queue.enqueue(request));
    var job = desk.claim();
    desk.house.doInTransaction(() -> desk.queue.finish(job, Desk.UNREAD));

    var next = desk.claim();
    assertThat(next.id()).isNotEqualTo(job.id());
    assertThat(next.summary().text()).isEqualTo("the harbour");
    assertThat(next.messagePointers()).isEmpty();
    assertThat(next.promptContext()).containsOnlyKeys("mode");
    desk.finish(next);
    assertThat(desk.queue.due()).isZero();
  }

  @Test
  void theUpdateThatWaitsReadsWhatHadNoRoom() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    var waiting = desk.ask(project, Urgency.HIGH, "the storm");
    desk.house.doInTransaction(() -> desk.queue.finish(job, Desk.UNREAD));

    var next = desk.claim();
    assertThat(next.id()).isEqualTo(waiting.job());
    assertThat(next.summary().text()).isEqualTo("the storm");
    desk.finish(next);
    assertThat(desk.queue.due()).isZero();
  }

  @Test
  void aFollowUpJoinsTheRequestThatWaits() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    var waiting = desk.ask(project, Urgency.HIGH, "the storm", "item_2");
    desk.finish(job);

    var next = desk.claim();
    assertThat(next.id()).isEqualTo(waiting.job());
    assertThat(next.messagePointers())
        .containsExactlyInAnyOrder(Desk.item("item_1"), Desk.item("item_2"));
  }

  @Test
  void whatRepeatsARunningJobGoesToTheRequestThatWaits() {
    var running = desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    desk.ask(project, Urgency.HIGH, "the storm", "item_1");
    assertThat(desk.ask(project, Urgency.HIGH, "the harbour", "item_2"))
        .isEqualTo(new Repeated(running.job()));
    desk.finish(job);

    var next = desk.claim();
    assertThat(next.summary().text()).isEqualTo("the storm");
    assertThat(next.messagePointers()).containsExactly(Desk.item("item_1"), Desk.item("item_2"));
  }

  @Test
  void theFollowUpOfAJobThatFailedForGoodIsDrafted() {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    var job = desk.claim();
    desk.ask(project, Urgency.HIGH, "the harbour", "item_2");
    desk.house.doInTransaction(() -> desk.queue.giveUp(job, "refused"));

    assertThat(desk.claim().messagePointers()).containsExactly(Desk.item("item_2"));
  }

  @Test
  void aMoreUrgentRequestBringsTheWaitingJobForward() {
    desk.ask(project, Urgency.LOW, "the harbour");
    desk.ask(project, Urgency.NORMAL, "the storm");

    assertThat(desk.dueAfter(Duration.ofMillis(4_999))).isFalse();
    assertThat(desk.dueAfter(Duration.ofMillis(1))).isTrue();
  }

  @Test
  void aLessUrgentRequestDoesNotHoldTheWaitingJobUp() {
    desk.ask(project, Urgency.NORMAL, "the harbour");
    desk.ask(project, Urgency.LOW, "the storm");

    assertThat(desk.dueAfter(Duration.ofSeconds(5))).isTrue();
    assertThat(desk.claim().urgency()).isEqualTo(Urgency.NORMAL);
  }

  @Test
  void whatIsAskedOfAnAnsweredJobThatWaitsAgainIsDraftedAfterIt() {
    var first = desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    answerAndFail();
    assertThat(desk.ask(project, Urgency.HIGH, "the storm", "item_2"))
        .isEqualTo(new Merged(first.job()));

    assertDraftedAfterwards("the storm", "item_2");
  }

  @Test
  void whatWaitedWhileAnAnsweredJobFailedIsDraftedAfterIt() {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    var job = desk.claim();
    desk.queue.keepAnswer(job, "{}", "{}");
    desk.ask(project, Urgency.HIGH, "the storm", "item_2");
    desk.fail(job);

    assertDraftedAfterwards("the storm", "item_2");
  }

  @Test
  void whatRepeatsAnAnsweredJobIsDraftedAfterIt() {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    answerAndFail();
    desk.ask(project, Urgency.HIGH, "the harbour", "item_2");

    assertDraftedAfterwards("the harbour", "item_2");
  }

  @Test
  void aWishThatPointsNowhereIsNotLostInAnAnsweredJob() {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    answerAndFail();
    desk.ask(project, Urgency.HIGH, "tell it more briefly");

    assertDraftedAfterwards("tell it more briefly");
  }

  @Test
  void aRepetitionDoesNotMakeAnAnsweredJobMoreUrgent() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    desk.finish(desk.claim());
    var other = desk.ask(project, Urgency.NORMAL, "the storm");
    desk.clock.advance(Duration.ofSeconds(5));
    answerAndFail();
    desk.ask(project, Urgency.HIGH, "the harbour", "item_2");

    assertThat(desk.record(project, other.job()).urgency()).isEqualTo(Urgency.NORMAL);
    desk.clock.advance(Duration.ofSeconds(5));
    desk.finish(desk.claim());
    assertThat(desk.claim().messagePointers()).containsExactly(Desk.item("item_2"));
  }

  @Test
  void anAnswerThatIsKeptWhileTheJobIsTakenBackIsSeen() throws Exception {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    var job = desk.claim();
    desk.ask(project, Urgency.HIGH, "the storm", "item_2");
    desk.queue.retire(Desk.ALICE);
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<Boolean> rescue =
          desk.house.inTransaction(() -> {
            desk.queue.keepAnswer(job, "{}", "{}");
            var rescued = threads.submit(() -> desk.rescue(project));
            untilSomebodyWaits();
            return rescued;
          });
      assertThat(rescue.get(20, TimeUnit.SECONDS)).isTrue();
    }

    assertDraftedAfterwards("the storm", "item_2");
  }

  private void untilSomebodyWaits() {
    Instant deadline = Instant.now().plusSeconds(20);
    while (lockWaits() == 0) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private int lockWaits() {
    return desk.house
        .sql
        .sql("select count(*) from pg_locks where not granted")
        .query(Integer.class)
        .single();
  }

  @Test
  void aRequestIsForgottenWhenItCannotBeRepeatedAnyMore() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    desk.clock.advance(QueueRules.REPEAT);
    desk.queue.tidy();
    assertThat(remembered()).isEqualTo(1);

    desk.clock.advance(Duration.ofMillis(1));
    desk.queue.tidy();
    assertThat(remembered()).isZero();
  }

  private void answerAndFail() {
    var job = desk.claim();
    desk.queue.keepAnswer(job, "{}", "{}");
    desk.fail(job);
  }

  private void assertDraftedAfterwards(String summary, String... items) {
    desk.clock.advance(Duration.ofSeconds(5));
    var answered = desk.claim();
    assertThat(answered.messagePointers()).containsExactly(Desk.item("item_1"));
    desk.finish(answered);
    var next = desk.claim();
    assertThat(next.answer()).isEmpty();
    assertThat(next.summary().text()).isEqualTo(summary);
    assertThat(next.messagePointers())
        .containsExactlyElementsOf(Stream.of(items).map(Desk::item).toList());
  }

  private int remembered() {
    return desk.house.sql.sql("select count(*) from draft_request").query(Integer.class).single();
  }
}
