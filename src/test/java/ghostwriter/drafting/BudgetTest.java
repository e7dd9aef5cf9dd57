package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.Answer.Drafted;
import ghostwriter.drafting.Answer.Malformed;
import ghostwriter.drafting.Answer.OutOfCredit;
import ghostwriter.drafting.Answer.Usage;
import ghostwriter.queue.JobRecord;
import ghostwriter.queue.JobStatus;
import ghostwriter.settings.Settings;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import tools.jackson.databind.JsonNode;

/// What drafts cost is counted, told and held to its budget.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetTest {
  private final SteppingClock clock = new SteppingClock();
  private final Workbench bench =
      new Workbench(
          new TestHouse(clock),
          Settings.from(
              Map.of(
                  "GHOSTWRITER_DRAFTER_BUDGET", "1.00",
                  "GHOSTWRITER_DRAFTER_BUDGET_TOTAL", "2.50")));
  private ProjectId project;

  @BeforeEach
  void aNewMonthAndProject() {
    clock.advance(Duration.ofDays(31));
    bench.house.queue.beat(bench.worker);
    bench.model.clear().paid = true;
    bench.model.asked.clear();
    project = fresh();
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @Test
  void aProjectThatHasSpentItsBudgetGetsAnErrorAndNobodyIsAsked() {
    assertThat(draft(project, "0.60").status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(draft(project, "0.60").status()).isEqualTo(JobStatus.COMPLETE);
    JobRecord third = draft(project, "0.60");

    assertThat(third.status()).isEqualTo(JobStatus.ERROR);
    assertThat(third.error())
        .contains("This project's budget for drafts is used up; ask the operator for more.");
    assertThat(lastProgress(project).path("status").asString()).isEqualTo("error");
    assertThat(lastProgress(project).path("reason").asString()).isEqualTo("budget");
    assertThat(bench.model.asked).hasSize(2);
    assertThat(bench.house.queue.spent(project)).isEqualByComparingTo("1.20");
  }

  @Test
  void allProjectsTogetherHaveABudgetForAMonth() {
    draft(project, "0.90");
    draft(fresh(), "0.90");
    draft(fresh(), "0.90");
    JobRecord late = draft(fresh(), "0.10");
    assertThat(late.error())
        .contains("This month's budget for drafts is used up; ask the operator for more.");

    clock.advance(Duration.ofDays(31));
    bench.house.queue.beat(bench.worker);
    assertThat(draft(fresh(), "0.10").status()).isEqualTo(JobStatus.COMPLETE);
  }

  @Test
  void whatCostsNothingIsNotHeldBack() {
    draft(project, "1.20");
    bench.model.paid = false;

    assertThat(draft(project, "0").status()).isEqualTo(JobStatus.COMPLETE);
  }

  @Test
  void anAttemptThatCameToNothingIsPaidForAllTheSame() {
    bench.model.then(_ -> new Malformed("It is not valid JSON.", usage("0.25")));
    JobRecord waiting = bench.draft(project, "the harbour");
    assertThat(usage(waiting).path("cost").decimalValue()).isEqualByComparingTo("0.25");
    assertThat(waiting.error()).contains("The drafting model's answer could not be used.");

    bench.model.then(brief -> drafted(brief, "0.30"));
    clock.advance(Duration.ofSeconds(5));
    bench.house.queue.beat(bench.worker);
    bench.runAll();
    JobRecord done = bench.record(project, waiting.id());
    assertThat(done.status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(usage(done).path("cost").decimalValue()).isEqualByComparingTo("0.55");
    assertThat(usage(done).path("inputTokens").asInt()).isEqualTo(200);
    assertThat(usage(done).path("calls").asInt()).isEqualTo(2);
    assertThat(lastProgress(project).path("usage").path("modelMs").asInt()).isEqualTo(1_400);
  }

  @Test
  void aFailureTellsWhatItCost() {
    bench.model.then(_ -> new OutOfCredit(usage("0.02")));
    JobRecord failed = bench.draft(project, "the harbour");

    assertThat(failed.status()).isEqualTo(JobStatus.ERROR);
    assertThat(usage(failed).path("cost").decimalValue()).isEqualByComparingTo("0.02");
    assertThat(lastProgress(project).path("reason").asString()).isEqualTo("credit");
    assertThat(lastProgress(project).path("usage").path("model").asString()).isEqualTo("paid");
  }

  @Test
  void anAnswerThatComesAfterItsJobWasWithdrawnIsPaidForAllTheSame() {
    bench.model.then(brief -> {
      withdraw();
      return drafted(brief, "0.40");
    });
    JobRecord withdrawn = bench.draft(project, "the harbour");

    assertThat(withdrawn.status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(usage(withdrawn).path("cost").decimalValue()).isEqualByComparingTo("0.40");
    assertThat(bench.house.queue.spent(project)).isEqualByComparingTo("0.40");
    assertThat(bench.texts(project)).isEmpty();
  }

  @Test
  void aFailureAfterItsJobWasWithdrawnIsPaidForWithThoseBefore() {
    bench.model.then(_ -> new Malformed("It is not valid JSON.", usage("0.25")));
    bench.draft(project, "the harbour");
    bench.model.then(_ -> {
      withdraw();
      return new Malformed("It is not valid JSON.", usage("0.35"));
    });
    clock.advance(Duration.ofSeconds(5));
    bench.house.queue.beat(bench.worker);
    bench.runAll();

    assertThat(bench.house.queue.spent(project)).isEqualByComparingTo("0.60");
  }

  @Test
  void whatAStoppedModelWasGivenIsPaidFor() {
    bench.model.then(_ -> {
      withdraw();
      throw new Stopped(usage("0.10"), new InterruptedException());
    });
    JobRecord withdrawn = bench.draft(project, "the harbour");

    assertThat(withdrawn.status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(bench.house.queue.spent(project)).isEqualByComparingTo("0.10");
  }

  @Test
  void anAnswerToAWorkerThatHadLostItsJobIsPaidForBesideTheNext() {
    bench.model.then(brief -> {
      bench.house.queue.retire(bench.worker);
      bench.drafts.rescue(10);
      bench.house.queue.beat(bench.worker);
      return drafted(brief, "0.40");
    });
    bench.model.then(brief -> drafted(brief, "0.30"));
    JobRecord done = bench.draft(project, "the harbour");

    assertThat(done.status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(usage(done).path("cost").decimalValue()).isEqualByComparingTo("0.70");
    assertThat(usage(done).path("calls").asInt()).isEqualTo(2);
  }

  @Test
  void anAnswerThatIsKeptIsPaidForOnceThoughItsWorkerLosesTheJobBeforeItIsPublished() {
    bench.model.then(brief -> drafted(brief, "0.40"));
    var job = bench.ask(project, "the harbour");
    losingItsJob().runOnce(bench.worker);
    assertThat(bench.record(project, job).status()).isEqualTo(JobStatus.QUEUED);
    bench.runAgain();

    JobRecord done = bench.record(project, job);
    assertThat(done.status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(usage(done).path("cost").decimalValue()).isEqualByComparingTo("0.40");
    assertThat(usage(done).path("calls").asInt()).isEqualTo(1);
  }

  @Test
  void anAnswerThatCanNeverBePublishedIsPaidForOnce() {
    bench.model.then(brief -> drafted(brief, "0.40"));
    bench.nothingCanBePublished(true);
    JobRecord waiting = bench.draft(project, "the harbour");
    assertThat(usage(waiting).path("cost").decimalValue()).isEqualByComparingTo("0.40");
    clock.advance(Duration.ofMinutes(2));
    bench.runAgain();
    clock.advance(Duration.ofMinutes(2));
    bench.runAgain();
    bench.nothingCanBePublished(false);

    JobRecord failed = bench.record(project, waiting.id());
    assertThat(failed.status()).isEqualTo(JobStatus.ERROR);
    assertThat(bench.house.queue.spent(project)).isEqualByComparingTo("0.40");
  }

  @Test
  void anAnsweredJobThatIsWithdrawnWhileItWaitsIsPaidFor() {
    bench.model.then(brief -> drafted(brief, "0.40"));
    bench.nothingCanBePublished(true);
    bench.draft(project, "the harbour");
    bench.nothingCanBePublished(false);
    withdraw();

    assertThat(bench.house.queue.spent(project)).isEqualByComparingTo("0.40");
  }

  /// A worker that stands still as it is about to publish, until its job was taken from it.
  private DraftWorker losingItsJob() {
    PlatformTransactionManager real = bench.house.transactions;
    var late =
        new PlatformTransactionManager() {
          @Override
          public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            if (definition == null || !definition.isReadOnly()) {
              bench.house.queue.retire(bench.worker);
              bench.drafts.rescue(10);
              bench.house.queue.beat(bench.worker);
            }
            return real.getTransaction(definition);
          }

          @Override
          public void commit(TransactionStatus status) {
            real.commit(status);
          }

          @Override
          public void rollback(TransactionStatus status) {
            real.rollback(status);
          }
        };
    return new DraftWorker(
        bench.house.queue,
        Workbench.drafter(bench.house, bench.model, late),
        bench.house.transactions);
  }

  @Test
  void aCostThatNobodyKnowsStaysUnknownAndCountsForNothing() {
    JobRecord done = draft(project, null);

    assertThat(usage(done).path("cost").isNull()).isTrue();
    assertThat(bench.house.queue.spent(project)).isEqualByComparingTo("0");
  }

  @Test
  void whatAnEarlierVersionKeptCanStillBeRead() {
    Usage old =
        bench.house.json.readValue(
            "{\"model\": \"offline\", \"inputTokens\": 1, \"outputTokens\": 2}", Usage.class);

    assertThat(old.model()).isEqualTo("offline");
    assertThat(old.calls()).isZero();
  }

  private void withdraw() {
    var job = bench.house.queue.jobs(project, 1).getFirst().id();
    bench.house.doInTransaction(() -> bench.house.care.cancel(job));
  }

  private ProjectId fresh() {
    ProjectId fresh = bench.house.project("memoir").id();
    bench.house.said(fresh, "We left by boat.");
    return fresh;
  }

  private JobRecord draft(ProjectId of, @Nullable String cost) {
    // A model that is not asked leaves its line in the script to nobody.
    bench.model.clear().then(brief -> drafted(brief, cost));
    return bench.draft(of, "the harbour " + bench.house.queue.jobs(of, 9).size());
  }

  private static Drafted drafted(Brief brief, @Nullable String cost) {
    Drafted plain = ScriptedModel.quoting(brief);
    return new Drafted(
        plain.edits(), List.of(), new Words("I wrote it down."), usage(cost), Words.NONE);
  }

  private static Usage usage(@Nullable String cost) {
    BigDecimal dollars = cost == null ? null : new BigDecimal(cost);
    return new Usage("paid", 100, 10, 50, 20, 1, 700, dollars);
  }

  private JsonNode usage(JobRecord job) {
    return bench.house.json.readTree(job.usage().orElseThrow());
  }

  private JsonNode lastProgress(ProjectId of) {
    return bench.house.json.readTree(bench.progress(of).getLast().payload());
  }
}
