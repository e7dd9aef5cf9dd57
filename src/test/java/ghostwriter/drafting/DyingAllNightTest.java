package ghostwriter.drafting;

import ghostwriter.drafting.Victim.Fate;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Round after round in which three worker processes come to random ends at random steps. A round
/// that fails prints its seed; `-Ddeaths.seed=SEED` begins with it.
class DyingAllNightTest {
  private static final Duration NIGHT = Duration.ofSeconds(200);
  private static final int WORKERS = 3;
  private static final int JOBS = 8;

  @Test
  @Tag("nightly")
  void noDraftIsLostOrDoubledHoweverManyWorkersDie() throws SQLException {
    Instant morning = Instant.now().plus(NIGHT);
    long first = Long.getLong("deaths.seed", System.nanoTime());
    long seed = first;
    while (Instant.now().isBefore(morning)) {
      try (var deaths = new Deaths()) {
        play(deaths, seed);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("repeat with -Ddeaths.seed=" + seed, failure);
      }
      seed++;
    }
    System.out.println((seed - first) + " rounds of " + WORKERS * JOBS + " drafts at random steps");
  }

  private static void play(Deaths deaths, long seed) throws SQLException {
    var random = new Random(seed);
    for (int worker = 0; worker < WORKERS; worker++) {
      Fate fate = any(random, List.of(Fate.values()));
      deaths.with(
          fate, random.ints(JOBS, 0, fate.steps().size()).mapToObj(fate.steps()::get).toList());
    }
    deaths.play();
    deaths.runs().forEach(deaths::assertAppliedOnceAndToldOnce);
    deaths.runs().forEach(deaths::assertNoReceivedAnswerAskedForAgain);
    deaths.runs().forEach(deaths::assertTakenOver);
    deaths.assertRefused();
  }

  private static <T> T any(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
