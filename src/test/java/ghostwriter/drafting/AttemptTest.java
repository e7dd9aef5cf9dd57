package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.Answer.Busy;
import ghostwriter.drafting.Answer.Refused;
import ghostwriter.queue.JobStatus;
import ghostwriter.testing.Log;
import ghostwriter.testing.SteppingClock;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What becomes of a draft that does not go well.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttemptTest {
  private static final String SECRET = "my brother's debts";

  private final SteppingClock clock = new SteppingClock();
  private final Workbench bench = new Workbench(clock);
  private ProjectId project;

  @BeforeEach
  void aFreshProject() {
    project = bench.house.project("memoir").id();
    bench.house.said(project, "We left by boat.");
    bench.model.asked.clear();
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @Test
  void aBusyModelIsAskedAgainWhenItSaid() {
    bench.model.then(_ -> new Busy(Duration.ofSeconds(30)));
    var job = bench.draft(project, "the harbour");
    assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
    assertThat(job.error()).contains("The drafting model is busy.");

    runAfter(Duration.ofSeconds(29));
    assertThat(bench.model.asked).hasSize(1);
    runAfter(Duration.ofSeconds(1));
    assertThat(bench.record(project, job.id()).status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(bench.record(project, job.id()).error()).isEmpty();
  }

  @Test
  void theThirdFailureEndsTheJobAndIsToldOnce() {
    bench.model.then(_ -> new Busy(Duration.ZERO));
    bench.model.thenFails(new IllegalStateException(SECRET));
    bench.model.then(_ -> new Busy(Duration.ZERO));
    var job = bench.draft(project, "the harbour");
    runAfter(Duration.ofSeconds(5));
    assertThat(bench.progress(project)).isEmpty();
    runAfter(Duration.ofSeconds(20));
    runAfter(Duration.ofMinutes(10));

    assertThat(bench.record(project, job.id()).status()).isEqualTo(JobStatus.ERROR);
    assertThat(bench.model.asked).hasSize(3);
    var told = bench.house.json.readTree(bench.progress(project).getFirst().payload());
    assertThat(bench.progress(project)).hasSize(1);
    assertThat(told.get("status").asString()).isEqualTo("error");
    assertThat(told.get("error").asString()).isEqualTo("The drafting model is busy.");
    assertThat(told.get("attempts").asInt()).isEqualTo(3);
  }

  @Test
  void aRefusalIsFinal() {
    bench.model.then(_ -> new Refused(new Words(SECRET)));
    var job = bench.draft(project, "the harbour");

    assertThat(job.status()).isEqualTo(JobStatus.ERROR);
    assertThat(job.error().orElseThrow()).doesNotContain(SECRET);
  }

  @Test
  void nothingIsDraftedFromABlueprintThatIsNotCommitted() {
    bench.house.sql.sql("delete from blueprint").update();
    var job = bench.draft(project, "the harbour");

    assertThat(job.status()).isEqualTo(JobStatus.ERROR);
    assertThat(job.error().orElseThrow()).contains("not committed yet");
    assertThat(bench.model.asked).isEmpty();
  }

  @Test
  void aModelThatBreaksFailsTheAttemptOnly() {
    bench.model.then(_ -> {
      throw new StackOverflowError();
    });
    var job = bench.draft(project, "the harbour");
    assertThat(job.status()).isEqualTo(JobStatus.QUEUED);

    runAfter(Duration.ofSeconds(5));
    assertThat(bench.record(project, job.id()).status()).isEqualTo(JobStatus.COMPLETE);
  }

  @Test
  void anAnswerThatCouldNotBePublishedIsNotPaidForAgain() {
    bench.nothingCanBePublished(true);
    var job = bench.draft(project, "the harbour");
    assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
    assertThat(bench.blocks(project)).isEmpty();
    assertThat(bench.house.documents.current(project).version()).isEqualTo(1);

    bench.nothingCanBePublished(false);
    runAfter(Duration.ofSeconds(5));
    assertThat(bench.record(project, job.id()).status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(bench.texts(project)).containsExactly("We left by boat.");
    assertThat(bench.model.asked).hasSize(1);
  }

  @Test
  void aWorkerThatLostItsJobWhileTheModelThoughtLeavesNoTrace() {
    bench.model.then(brief -> {
      bench.house.queue.retire(bench.worker);
      bench.drafts.rescue(10);
      bench.house.queue.beat(bench.worker);
      return ScriptedModel.quoting(brief);
    });
    var job = bench.draft(project, "the harbour");

    assertThat(job.status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(job.attempts()).isEqualTo(2);
    assertThat(bench.model.asked).hasSize(2);
    assertThat(bench.texts(project)).containsExactly("We left by boat.");
    assertThat(bench.progress(project)).hasSize(1);
  }

  @Test
  void aDraftOfAProjectThatIsRemovedMeanwhileEndsQuietly() {
    bench.model.then(_ -> {
      bench.house.projects.remove(project);
      return new Busy(Duration.ZERO);
    });
    bench.ask(project, "the harbour");

    bench.runAll();
    assertThat(bench.house.queue.jobs(project, 10)).isEmpty();
  }

  @Test
  void aLogNeverHoldsWhatTheClientSaid() {
    bench.house.said(project, "Nobody knows of " + SECRET + ".");
    try (var log = Log.ofAll()) {
      bench.model.thenFails(new IllegalStateException("cannot parse: " + SECRET));
      bench.draft(project, "write about " + SECRET);
      runAfter(Duration.ofSeconds(5));

      assertThat(bench.texts(project)).hasSize(2);
      assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(SECRET));
    }
  }

  private void runAfter(Duration wait) {
    clock.advance(wait);
    bench.runAgain();
  }
}
