package ghostwriter.interview;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How a session is connected.
sealed interface Stage {
  /// @param attempt from 1, counted since the line last held
  record Dialling(int epoch, int attempt) implements Stage {}

  /// Between two attempts.
  record Waiting(int epoch, int attempt, Instant until) implements Stage {}

  record Talking(int epoch, Optional<Instant> expiresAt) implements Stage {}

  record Paused(int epoch) implements Stage {}

  /// The last words may still arrive before it stops.
  record Closing(int epoch) implements Stage {}

  record Stopped(int epoch) implements Stage {}

  /// No use in trying again before somebody changes something.
  record Broken(int epoch) implements Stage {}

  int epoch();

  /// 250 ms, doubled each time, at most 10 s.
  static Duration backOff(int attempt) {
    return Duration.ofMillis(Math.min(10_000, 250L << Math.min(attempt - 1, 10)));
  }
}
