package ghostwriter.queue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Random stories of asking, merging, collapsing, failing and dying. A story that fails prints its
/// seed; `-Dqueue.seed=SEED` plays it again.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueuePropertyTest {
  private static final int STEPS = 30;

  private final Desk desk = new Desk();

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void nothingThatWasAskedForIsLost() throws Exception {
    stories(300, seed -> played(new QueueStory(desk, seed, 2)));
  }

  @Test
  void nothingThatWasAskedForIsLostAmongThreads() throws Exception {
    stories(20, seed -> playedTogether(new QueueStory(desk, seed, 4)));
  }

  @Test
  @Tag("nightly")
  void nothingThatWasAskedForIsLostAllNight() throws Exception {
    stories(30_000, seed -> played(new QueueStory(desk, seed, 2)));
    stories(2_000, seed -> playedTogether(new QueueStory(desk, seed, 4)));
  }

  private interface Play {
    QueueStory of(long seed) throws Exception;
  }

  private static void stories(int times, Play play) throws Exception {
    long first = Long.getLong("queue.seed", System.nanoTime());
    for (long seed = first; seed < first + times; seed++) {
      try {
        QueueStory story = play.of(seed);
        story.drain();
        story.check();
      } catch (AssertionError | Exception failure) {
        throw new AssertionError("repeat with -Dqueue.seed=" + seed, failure);
      }
    }
  }

  private static QueueStory played(QueueStory story) {
    story.play(STEPS);
    return story;
  }

  private static QueueStory playedTogether(QueueStory story) throws Exception {
    story.playTogether(STEPS);
    return story;
  }
}
