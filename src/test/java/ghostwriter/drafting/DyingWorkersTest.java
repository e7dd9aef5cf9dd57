package ghostwriter.drafting;

import ghostwriter.drafting.Victim.Fate;
import ghostwriter.drafting.Victim.Run;
import java.sql.SQLException;
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
  private final Deaths deaths = new Deaths();

  @BeforeAll
  void everyFateStrikesAtEveryStep() throws SQLException {
    for (Fate fate : Fate.values()) {
      deaths.with(fate, fate.steps());
    }
    deaths.play();
  }

  @AfterAll
  void close() throws SQLException {
    deaths.close();
  }

  Stream<Run> runs() {
    return deaths.runs().stream();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aDraftIsAppliedOnceAndToldOnce(Run run) {
    deaths.assertAppliedOnceAndToldOnce(run);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void anAnswerThatWasReceivedIsNeverAskedForAgain(Run run) {
    deaths.assertNoReceivedAnswerAskedForAgain(run);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aJobIsTakenOverWithinTheLeaseAndTwoSecondsAndAPoliteStopBillsNoAttempt(Run run) {
    deaths.assertTakenOver(run);
  }

  @Test
  void aWorkerThatWakesUpAfterItsLeaseIsRefusedWhateverItWasAbout() {
    deaths.assertRefused();
  }
}
