package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.queue.EnqueueResult.Enqueued;
import ghostwriter.queue.EnqueueResult.Merged;
import ghostwriter.queue.EnqueueResult.Repeated;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Jobs that do one section over, beside those that bring in what was said.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefinementTest {
  private static final SectionId CHILDHOOD = new SectionId(new UUID(1, 1));
  private static final SectionId WORK = new SectionId(new UUID(1, 2));

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
  void aRefinementIsDueAtOnceAndCarriesItsTask() {
    var asked = desk.refine(project, CHILDHOOD, "Shorter, please.");

    var job = desk.claim();
    assertThat(asked).isEqualTo(new Enqueued(job.id()));
    assertThat(job.kind()).isEqualTo(JobKind.REFINE);
    assertThat(job.promptContext())
        .isEqualTo(
            Map.of(
                "mode", "refine",
                "section", CHILDHOOD.toString(),
                "instruction", "Shorter, please."));
    assertThat(desk.record(project, job.id()).kind()).isEqualTo("refine");
  }

  @Test
  void aRefinementGoesBeforeAnUpdateThatIsNotDueAndNeitherTakesTheOtherIn() {
    var update = desk.ask(project, Urgency.NORMAL, "the harbour", "item_1");
    var refinement = desk.refine(project, CHILDHOOD, "Shorter.");

    assertThat(done()).isEqualTo(refinement.job());
    assertThat(desk.claim(Desk.ALICE, 1)).isEmpty();
    desk.clock.advance(Duration.ofSeconds(5));
    var later = desk.claim();
    assertThat(later.id()).isEqualTo(update.job());
    assertThat(later.promptContext()).isEmpty();
    assertThat(later.messagePointers()).containsExactly(Desk.item("item_1"));
  }

  @Test
  void anUpdateThatStandsBehindARefinementStillTakesRequestsIn() {
    desk.ask(project, Urgency.NORMAL, "the harbour", "item_1");
    desk.refine(project, CHILDHOOD, "Shorter.");
    var merged = desk.ask(project, Urgency.HIGH, "the storm", "item_2");
    assertThat(merged).isInstanceOf(Merged.class);

    done();
    var update = desk.claim();
    assertThat(update.id()).isEqualTo(merged.job());
    assertThat(update.urgency()).isEqualTo(Urgency.HIGH);
    assertThat(update.messagePointers()).hasSize(2);
  }

  @Test
  void twoWishesForASectionAreTwoJobsInTheirOrder() {
    var shorter = desk.refine(project, CHILDHOOD, "Shorter.");
    var more = desk.refine(project, CHILDHOOD, "More of the sea.");
    var elsewhere = desk.refine(project, WORK, "Shorter.");

    assertThat(List.of(done(), done(), done()))
        .containsExactly(shorter.job(), more.job(), elsewhere.job());
  }

  @Test
  void theSameWishIsOneJobUntilItIsOver() {
    var asked = desk.refine(project, CHILDHOOD, "Shorter.");
    assertThat(desk.refine(project, CHILDHOOD, "Shorter.")).isEqualTo(new Repeated(asked.job()));
    var running = desk.claim();
    assertThat(desk.refine(project, CHILDHOOD, "Shorter.")).isEqualTo(new Repeated(asked.job()));
    desk.finish(running);

    assertThat(desk.refine(project, CHILDHOOD, "Shorter.")).isInstanceOf(Enqueued.class);
  }

  @Test
  void anUpdateOfTheSameWordsIsNoRepetitionOfARefinement() {
    desk.refine(project, CHILDHOOD, "Shorter.");

    assertThat(desk.ask(project, Urgency.HIGH, "Shorter.")).isInstanceOf(Enqueued.class);
  }

  @Test
  void aRefinementThatFailsIsTriedAgainBeforeWhatWaits() {
    var refinement = desk.refine(project, CHILDHOOD, "Shorter.");
    var running = desk.claim();
    var update = desk.ask(project, Urgency.HIGH, "the harbour");
    desk.fail(running);

    desk.clock.advance(Duration.ofSeconds(5));
    var again = desk.claim();
    assertThat(again.id()).isEqualTo(refinement.job());
    assertThat(again.attempts()).isEqualTo(2);
    desk.finish(again);
    assertThat(done()).isEqualTo(update.job());
  }

  @Test
  void anUpdateThatFailsTakesInTheOneThatStandsBehindARefinement() {
    desk.ask(project, Urgency.HIGH, "the harbour", "item_1");
    var running = desk.claim();
    desk.ask(project, Urgency.NORMAL, "the storm", "item_2");
    var refinement = desk.refine(project, CHILDHOOD, "Shorter.");
    desk.fail(running);

    desk.clock.advance(Duration.ofSeconds(5));
    var again = desk.claim();
    assertThat(again.id()).isEqualTo(running.id());
    assertThat(again.messagePointers()).hasSize(2);
    desk.finish(again);
    assertThat(done()).isEqualTo(refinement.job());
    assertThat(desk.claim(Desk.ALICE, 1)).isEmpty();
  }

  @Test
  void whoeverWaitsForFiveMinutesComesBeforeNewRefinements() {
    var running = claimed(desk.refine(project, CHILDHOOD, "Shorter."));
    var update = desk.ask(project, Urgency.LOW, "the harbour");
    desk.refine(project, CHILDHOOD, "More of the sea.");
    desk.clock.advance(Duration.ofMinutes(5));
    desk.queue.beat(Desk.ALICE);
    desk.refine(project, WORK, "Shorter.");
    desk.finish(running);

    List<JobId> order = new ArrayList<>(List.of(done(), done(), done()));
    assertThat(order.indexOf(update.job())).isLessThan(2);
  }

  @Test
  void whatStandsBehindMovesUpWhenTheOneBeforeItIsWithdrawn() {
    var update = desk.ask(project, Urgency.NORMAL, "the harbour");
    var refinement = desk.refine(project, CHILDHOOD, "Shorter.");
    desk.cancel(refinement.job());

    desk.clock.advance(Duration.ofSeconds(5));
    assertThat(done()).isEqualTo(update.job());
  }

  @Test
  void whatStandsBehindMovesUpWhenTheRunningOneIsWithdrawn() {
    var update = desk.ask(project, Urgency.NORMAL, "the harbour");
    claimed(desk.refine(project, CHILDHOOD, "Shorter."));
    desk.cancel(desk.queue.jobs(project, 1).getFirst().id());

    desk.clock.advance(Duration.ofSeconds(5));
    assertThat(done()).isEqualTo(update.job());
  }

  @Test
  void whatStandsBehindCanBeWithdrawnThere() {
    var update = desk.ask(project, Urgency.NORMAL, "the harbour");
    var refinement = desk.refine(project, CHILDHOOD, "Shorter.");
    desk.cancel(update.job());

    assertThat(done()).isEqualTo(refinement.job());
    desk.clock.advance(Duration.ofMinutes(2));
    assertThat(desk.claim(Desk.ALICE, 1)).isEmpty();
  }

  @Test
  void aRefinementThatIsAskedForAgainIsOne() {
    var refinement = desk.refine(project, CHILDHOOD, "Shorter.");
    desk.cancel(refinement.job());
    desk.retry(refinement.job());

    var again = desk.claim();
    assertThat(again.kind()).isEqualTo(JobKind.REFINE);
    assertThat(again.promptContext()).containsEntry("section", CHILDHOOD.toString());
  }

  private DraftJob claimed(EnqueueResult asked) {
    DraftJob job = desk.claim();
    assertThat(job.id()).isEqualTo(asked.job());
    return job;
  }

  /// Does the job whose turn it is.
  private JobId done() {
    DraftJob job = desk.claim();
    desk.finish(job);
    return job.id();
  }
}
