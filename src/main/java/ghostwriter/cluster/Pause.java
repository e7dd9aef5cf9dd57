package ghostwriter.cluster;

import java.util.concurrent.TimeUnit;

/// Between two looks at a process that is not our child, and so cannot be waited for.
final class Pause {
  private Pause() {}

  static void briefly() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StartRefused.failed("The start was interrupted.", e);
    }
  }
}
