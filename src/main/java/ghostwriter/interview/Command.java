package ghostwriter.interview;

import ghostwriter.vocabulary.Words;

/// What a client tells a session to do. Any node takes it; the one that holds the session carries
/// it out.
sealed interface Command {
  /// @param item our id for what was typed
  record Say(String item, Words text) implements Command {}

  record Pause() implements Command {}

  record Resume() implements Command {}

  record Stop() implements Command {}
}
