package ghostwriter.queue;

import ghostwriter.vocabulary.Urgency;
import java.time.Duration;

/// The queue's numbers.
public final class QueueRules {
  /// How long a repetition of a request collapses into it.
  public static final Duration REPEAT = Duration.ofSeconds(90);

  /// How long a worker that does not beat is still taken for alive.
  public static final Duration LEASE = Duration.ofSeconds(10);

  /// How often a worker beats.
  public static final Duration BEAT = Duration.ofSeconds(3);

  /// Nobody waits longer than this behind newer ones, whatever their urgency.
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  public static final int ATTEMPTS = 3;

  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

  private QueueRules() {}

  /// How long a request of this urgency waits for others to join it.
  static Duration delay(Urgency urgency) {
    return switch (urgency) {
      case HIGH -> Duration.ZERO;
      case NORMAL -> Duration.ofSeconds(5);
      case LOW -> Duration.ofMinutes(2);
    };
  }

  /// How long to wait after a failed attempt: 5 s, then 20 s, or longer where the model asked for
  /// it.
  static Duration backOff(int attempts, Duration asked) {
    Duration own = FIRST_RETRY.multipliedBy(1L << (2 * (attempts - 1)));
    return own.compareTo(asked) >= 0 ? own : asked;
  }
}
