package ghostwriter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.faults.FaultStory.Recovery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Interviews in which something breaks at random moments: whatever it is, they go on soon, and
/// nothing is lost or doubled. A run prints its seed, with which `-Dfaults.seed=SEED` breaks the
/// same things in the same order, and how soon all went on.
class FaultsTest {
  private static final Duration SOON = Duration.ofSeconds(3);

  @Test
  void interviewsGoOnWhateverBreaks() throws Exception {
    suffer(
        List.of(
            Fault.PROVIDER_CUT,
            Fault.PROVIDER_CUT_IN_A_FRAME,
            Fault.BROWSER_CUT,
            Fault.BROWSER_CUT_IN_A_FRAME,
            Fault.DATABASE_CONNECTIONS,
            Fault.DATABASE_CUT_IN_A_MESSAGE,
            Fault.SERVER,
            Fault.PROVIDER_AND_DATABASE_CONNECTIONS));
  }

  @Test
  @Tag("nightly")
  void interviewsGoOnThoughItBreaksAllNight() throws Exception {
    Map<Fault, Integer> times =
        Map.of(Fault.SERVER, 30, Fault.DATABASE, 12, Fault.SERVER_AND_DATABASE, 8);
    suffer(
        Stream.of(Fault.values())
            .flatMap(fault -> Collections.nCopies(times.getOrDefault(fault, 19), fault).stream())
            .limit(200)
            .toList());
  }

  private static void suffer(List<Fault> deck) throws Exception {
    long seed = Long.getLong("faults.seed", System.nanoTime());
    List<Fault> faults = new ArrayList<>(deck);
    Collections.shuffle(faults, new Random(seed));
    try (var story = new FaultStory(seed)) {
      for (Fault fault : faults) {
        story.suffer(fault);
      }
      try (Reckoning reckoning = story.end()) {
        reckoning.check();
      }
      System.out.println(figures(story.recoveries()) + ", seed " + seed);
      assertThat(story.recoveries()).filteredOn(it -> it.took().compareTo(SOON) > 0).isEmpty();
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError("repeat with -Dfaults.seed=" + seed, failure);
    }
  }

  private static String figures(List<Recovery> recoveries) {
    List<Duration> sorted = recoveries.stream().map(Recovery::took).sorted().toList();
    return "%d faults, all went on after %d ms (P50), %d ms at the longest"
        .formatted(
            sorted.size(), sorted.get(sorted.size() / 2).toMillis(), sorted.getLast().toMillis());
  }
}
