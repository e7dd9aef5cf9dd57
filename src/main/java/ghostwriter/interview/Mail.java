package ghostwriter.interview;

/// What wakes a session.
sealed interface Mail {
  /// Something went over its line.
  record OnLine(int epoch, Frame frame) implements Mail {}

  /// There may be commands, news, or keystrokes.
  record Look() implements Mail {}

  /// The node gives the session up.
  record Leave() implements Mail {}
}
