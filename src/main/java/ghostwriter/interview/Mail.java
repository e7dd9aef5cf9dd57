package ghostwriter.interview;

import ghostwriter.transcript.Direction;
import java.time.Instant;

/// What wakes a session.
sealed interface Mail {
  /// How much room there is for what waits to be read, in pieces of 4 Ki characters.
  int ROOM = 1_024;

  /// How much of that it takes. What is larger than all of it waits until there is nothing else.
  default int room() {
    return 0;
  }

  /// Something went over its line.
  ///
  /// @param at when it came or went, which may be some time before anybody reads this
  record OnLine(int epoch, Instant at, Frame frame) implements Mail {
    private static final int PIECE = 4_096;

    /// Only what a provider says may wait; what the session's own thread sends may not, nor the
    /// end.
    @Override
    public int room() {
      return frame.direction() == Direction.FROM_PROVIDER && frame.message().isPresent()
          ? Math.min(ROOM, 1 + frame.size() / PIECE)
          : 0;
    }
  }

  /// There may be commands, news, or keystrokes.
  record Look() implements Mail {}

  /// The node gives the session up.
  record Leave() implements Mail {}
}
