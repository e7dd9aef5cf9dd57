package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.Victim.Fate;
import ghostwriter.drafting.Victim.Run;
import ghostwriter.queue.JobStatus;
import ghostwriter.queue.QueueRules;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Several worker processes on one database: one is killed, one is frozen until others have done
/// its work, one is stopped politely, and each of them holds a job at every step there is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DyingWorkersTest {
  private static final Duration TAKEN_OVER = QueueRules.LEASE.plusSeconds(2);
  private static final List<Step> EVERY = List.of(Step.values());

  /// A transaction that is open cannot be committed by a stop, nor be taken back by it.
  private static final List<Step> EVERY_QUIET =
      EVERY.stream().filter(step -> !step.isInTransaction()).toList();

  private final Deaths deaths = new Deaths();

  @BeforeAll
  void everyFateStrikesAtEveryStep() throws SQLException {
    deaths.with(Fate.KILLED, EVERY).with(Fate.FROZEN, EVERY).with(Fate.STOPPED, EVERY_QUIET).play();
  }

  @AfterAll
  void close() throws SQLException {
    deaths.close();
  }

  Stream<Run> runs() {
    return deaths.runs().stream();
  }

  Stream<Run> runsOfTheDead() {
    return runs().filter(run -> run.fate() != Fate.STOPPED);
  }

  Stream<Run> runsOfThePolite() {
    return runs().filter(run -> run.fate() == Fate.STOPPED);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aDraftIsAppliedOnceAndToldOnce(Run run) {
    assertThat(deaths.record(run).status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(deaths.bench.texts(run.project())).containsExactly(run.name() + " went to sea.");
    assertThat(deaths.bench.house.documents.history(run.project(), 10))
        .extracting(version -> version.job().orElse(null))
        .containsExactly(run.job(), null);
    assertThat(deaths.bench.progress(run.project())).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void anAnswerThatWasReceivedIsNeverAskedForAgain(Run run) {
    assertThat(deaths.askedByItsVictim(run)).isEqualTo(run.step().asked());
    assertThat(deaths.askedAgain(run)).isEqualTo(run.step().askedAgain());
  }

  @ParameterizedTest
  @MethodSource("runsOfTheDead")
  void aDeadWorkersJobRunsAgainWithinItsLeaseAndTwoSeconds(Run run) {
    boolean done = run.step() == Step.COMMITTED;

    assertThat(deaths.record(run).attempts()).isEqualTo(done ? 1 : 2);
    assertThat(deaths.takeover(run)).isLessThan(TAKEN_OVER);
  }

  @ParameterizedTest
  @MethodSource("runsOfThePolite")
  void aPoliteStopBillsNoAttempt(Run run) {
    assertThat(deaths.record(run).attempts()).isEqualTo(1);
  }

  @Test
  void aWorkerThatWakesUpAfterItsLeaseIsRefusedWhateverItWasAbout() {
    var frozen = runs().filter(run -> run.fate() == Fate.FROZEN).toList();

    assertThat(deaths.victim(frozen.getFirst()).worker().timesRefused())
        .isEqualTo(frozen.stream().filter(run -> run.step() != Step.COMMITTED).count());
  }
}
