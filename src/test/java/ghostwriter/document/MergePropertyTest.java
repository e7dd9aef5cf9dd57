package ghostwriter.document;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What people wrote outlives every draft, on paper. A run that fails prints its seed;
/// `-Dmerge.seed=SEED` repeats it.
class MergePropertyTest {
  @Test
  void everyHumanWordingOutlivesEveryDraft() {
    runs(2_000);
  }

  @Test
  @Tag("nightly")
  void everyHumanWordingOutlivesEveryDraftAllNight() {
    runs(100_000);
  }

  private static void runs(int times) {
    long first = Long.getLong("merge.seed", System.nanoTime());
    for (long seed = first; seed < first + times; seed++) {
      try {
        play(new Random(seed));
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("repeat with -Dmerge.seed=" + seed, failure);
      }
    }
  }

  private static void play(Random random) {
    var sections =
        Stream.of("A", "B", "C", "D").map(name -> Section.empty(Page.section(name), name)).toList();
    var manuscript =
        new PaperManuscript(() -> new UUID(random.nextLong(), random.nextLong()), sections);
    new Story(random, manuscript).play(40);
  }
}
