package ghostwriter.interview;

import ghostwriter.transcript.Direction;
import java.time.Instant;

/// What wakes a session.
sealed interface Mail {
  /// Whether it takes room that there is only so much of.
  default boolean waits() {
    return false;
  }

  /// Something went over its line.
  ///
  /// @param at when it came or went, which may be some time before anybody reads this
  record OnLine(int epoch, Instant at, Frame frame) implements Mail {
    @Override
    public boolean waits() {
      return frame.direction() == Direction.FROM_PROVIDER && frame.message().isPresent();
    }
  }

  /// There may be commands, news, or keystrokes.
  record Look() implements Mail {}

  /// The node gives the session up.
  record Leave() implements Mail {}
}
