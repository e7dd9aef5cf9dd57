package ghostwriter.interview;

import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.Words;

/// Everything that can happen to a conversation.
sealed interface Happening {
  /// The session is to be connected: it is new, or resumed, or taken over from another node.
  ///
  /// @param owed whether the assistant has to speak first: to greet, or to answer what was said
  ///   before
  record Began(Mode mode, boolean owed) implements Happening {}

  record OnLine(LineEvent event) implements Happening {}

  /// @param item our id for what was typed
  record Typed(String item, Words text) implements Happening {}

  /// The client is writing, and has not sent it yet.
  record Writing() implements Happening {}

  /// @param mode the mode from now on
  record ToolDone(String call, Words output, Mode mode) implements Happening {}

  /// The project stands elsewhere than the session thought: another one committed its blueprint.
  ///
  /// @param to the mode from now on
  record Moved(Mode to) implements Happening {}

  /// A draft has ended, well or not.
  ///
  /// @param item our id for the system item that tells it
  /// @param progress the progress object as JSON
  record DraftEnded(long seq, JobId job, String item, Words progress, boolean well)
      implements Happening {}

  /// @param why for people; empty where they asked for it
  record Paused(String why) implements Happening {}

  /// The client wants an end.
  record Stopping() implements Happening {}

  /// Nothing is waited for any more.
  record Stopped() implements Happening {}

  /// Time has passed.
  record Tick() implements Happening {}
}
