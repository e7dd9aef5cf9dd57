package ghostwriter.interview;

/// What became of a command.
public sealed interface CommandResult {
  /// It is stored and will be carried out; a repeated one gives what the first one gave.
  ///
  /// @param item the id that typed words have got; empty for other commands
  record Taken(String item) implements CommandResult {}

  /// Too much waits already; nothing was stored.
  record Full() implements CommandResult {}

  /// The session is over, or there is none.
  record Over() implements CommandResult {}
}
