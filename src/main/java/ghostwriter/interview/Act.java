package ghostwriter.interview;

import ghostwriter.transcript.Mode;

/// What a conversation wants done. Performed in order.
sealed interface Act {
  /// Opens a line, the `epoch`-th of the session.
  record Dial(int epoch) implements Act {}

  /// Closes the line and forgets what comes from it.
  record HangUp() implements Act {}

  /// Sends the mode's instructions and tools, with what is known by now.
  record Configure(Mode mode) implements Act {}

  /// Brings the earlier conversation back to a new line: a summary and the last turns.
  record Recall() implements Act {}

  record Send(LineCommand command) implements Act {}

  /// Puts words into the transcript that the provider does not take.
  record Keep(LineCommand.ClientSaid said) implements Act {}

  record RunTool(String call, String tool, String arguments) implements Act {}

  /// The news up to this number needs no telling any more.
  record Told(long seq) implements Act {}

  /// Shows people where the session stands.
  ///
  /// @param sentence for people; often empty
  record Show(Standing standing, String sentence) implements Act {}

  /// Freezes the transcript.
  record Finish() implements Act {}
}
