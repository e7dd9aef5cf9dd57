package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.feed.FeedEvent;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetryTest {
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
  void aFailedJobWaitsFiveSecondsThenTwenty() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    desk.fail(desk.claim());
    assertThat(desk.dueAfter(Duration.ofMillis(4_999))).isFalse();
    assertThat(desk.dueAfter(Duration.ofMillis(1))).isTrue();

    desk.fail(desk.claim());
    assertThat(desk.dueAfter(Duration.ofMillis(19_999))).isFalse();
    assertThat(desk.dueAfter(Duration.ofMillis(1))).isTrue();
  }

  @Test
  void theWaitThatTheModelAsksForHoldsWhereItIsLonger() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    desk.house.doInTransaction(() -> desk.queue.fail(job, "busy", Duration.ofSeconds(40)));

    assertThat(desk.dueAfter(Duration.ofSeconds(39))).isFalse();
    assertThat(desk.dueAfter(Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void anUrgentRequestDoesNotCutABackOffShort() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    desk.fail(desk.claim());
    desk.ask(project, Urgency.HIGH, "the storm");

    assertThat(desk.dueAfter(Duration.ofMillis(4_999))).isFalse();
    assertThat(desk.dueAfter(Duration.ofMillis(1))).isTrue();
  }

  @Test
  void theThirdFailureEndsTheJobInErrorAndTellsItOnce() {
    var asked = desk.ask(project, Urgency.HIGH, "the harbour");
    failThrice();

    var record = desk.record(project, asked.job());
    assertThat(record.status()).isEqualTo(JobStatus.ERROR);
    assertThat(record.attempts()).isEqualTo(3);
    assertThat(record.error()).contains("busy");
    assertThat(desk.house.feed.after(project, 0, 100))
        .filteredOn(event -> event.kind().equals("draftProgress"))
        .singleElement()
        .extracting(FeedEvent::payload)
        .asString()
        .contains("\"error\"");
  }

  @Test
  void whatWasAskedForDuringTheThirdAttemptGetsARunOfItsOwn() {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    failTwice();
    var third = desk.claim();
    var newer = desk.ask(project, Urgency.HIGH, "the storm", "item_2");
    desk.fail(third);

    var job = desk.claim();
    assertThat(job.id()).isEqualTo(newer.job());
    assertThat(job.attempts()).isEqualTo(1);
    assertThat(job.messagePointers()).containsExactly(Desk.item("item_2"));
  }

  @Test
  void aFailedAttemptTakesTheWaitingRequestIn() {
    var first = desk.ask(project, Urgency.NORMAL, "the harbour", "item_1");
    desk.clock.advance(Duration.ofSeconds(5));
    var job = desk.claim();
    var second = desk.ask(project, Urgency.HIGH, "the storm", "item_2");
    desk.fail(job);

    assertThat(desk.record(project, second.job()).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(mergedInto(second.job())).isEqualTo(first.job().value());
    desk.clock.advance(Duration.ofSeconds(5));
    var retry = desk.claim();
    assertThat(retry.id()).isEqualTo(first.job());
    assertThat(retry.urgency()).isEqualTo(Urgency.HIGH);
    assertThat(retry.summary().text()).isEqualTo("the storm");
    assertThat(retry.messagePointers()).containsExactly(Desk.item("item_1"), Desk.item("item_2"));
  }

  @Test
  void aFailedAttemptTakesInWhatCollapsedIntoIt() {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    var job = desk.claim();
    desk.ask(project, Urgency.HIGH, "the harbour", "item_2");
    desk.fail(job);
    desk.clock.advance(Duration.ofSeconds(5));

    var retry = desk.claim();
    assertThat(retry.messagePointers()).containsExactly(Desk.item("item_1"), Desk.item("item_2"));
    desk.finish(retry);
    assertThat(desk.claim(Desk.ALICE, 1)).isEmpty();
  }

  @Test
  void aJobThatIsHandedBackKeepsAllItsAttempts() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    for (int i = 0; i < 5; i++) {
      var job = desk.claim();
      assertThat(job.attempts()).isEqualTo(1);
      desk.release(job);
    }
  }

  @Test
  void aJobThatNoRetryCanHelpEndsAtOnceAndTheNextOneRuns() {
    var first = desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    var second = desk.ask(project, Urgency.HIGH, "the storm");
    desk.house.doInTransaction(() -> desk.queue.giveUp(job, "refused"));

    assertThat(desk.record(project, first.job()).status()).isEqualTo(JobStatus.ERROR);
    assertThat(desk.claim().id()).isEqualTo(second.job());
  }

  @Test
  void aRetryFindsTheAnswerThatWasKept() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    var job = desk.claim();
    desk.queue.keepAnswer(job, "{\"n\": 1}", "{}");
    desk.fail(job);
    desk.clock.advance(Duration.ofSeconds(5));

    assertThat(desk.claim().answer()).contains("{\"n\": 1}");
  }

  private void failTwice() {
    for (int wait : new int[] {5, 20}) {
      desk.fail(desk.claim());
      desk.clock.advance(Duration.ofSeconds(wait));
    }
  }

  private void failThrice() {
    failTwice();
    desk.fail(desk.claim());
  }

  private UUID mergedInto(JobId job) {
    return desk.house
        .sql
        .sql("select merged_into from draft_job where id = :id")
        .param("id", job.value())
        .query(UUID.class)
        .single();
  }
}
