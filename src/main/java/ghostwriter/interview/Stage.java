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

  /// @param attempt which dialling brought the line up; 0 once the line has proved good
  /// @param since when that was
  record Talking(int epoch, int attempt, Instant since, Optional<Instant> expiresAt)
      implements Stage {
    /// How long before its end a line is renewed; sooner where it lives only a short while.
    private Duration margin(Instant end) {
      Duration half = Duration.between(since, end).dividedBy(2);
      return half.compareTo(Conversation.RENEWAL) < 0 ? half : Conversation.RENEWAL;
    }

    boolean isOld(Instant now) {
      return expiresAt.filter(end -> now.isAfter(end.minus(margin(end)))).isPresent();
    }

    /// The line is good: something was said over it.
    Talking proven() {
      return new Talking(epoch, 0, since, expiresAt);
    }

    /// The number of the next dialling, should the line be lost now: only one that was good or held
    /// for a while lets them begin anew, so that a provider which hangs up on everybody is not
    /// beset.
    int nextAttempt(Instant now) {
      return now.isBefore(since.plus(HELD)) ? attempt + 1 : 1;
    }
  }

  record Paused(int epoch) implements Stage {}

  /// The last words may still arrive before it stops.
  record Closing(int epoch) implements Stage {}

  record Stopped(int epoch) implements Stage {}

  /// No use in trying again before somebody changes something.
  record Broken(int epoch) implements Stage {}

  /// How long a line must last for its connection to count as good.
  Duration HELD = Duration.ofSeconds(10);

  int epoch();

  /// 250 ms, doubled each time, at most 10 s.
  static Duration backOff(int attempt) {
    return Duration.ofMillis(Math.min(10_000, 250L << Math.min(attempt - 1, 10)));
  }
}
