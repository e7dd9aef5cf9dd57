package ghostwriter.realtime.responder;

import java.util.Optional;

/// A piece of an answer, in the order in which it came to mind.
public sealed interface Piece {
  /// More of what is said.
  record Text(String delta) implements Piece {
    @Override
    public String toString() {
      return "Text[" + delta.length() + "]";
    }
  }

  /// A function call begins.
  ///
  /// @param callId at most 32 characters, new in this session
  record CallBegun(String callId, String name) implements Piece {}

  /// More of a call's arguments; together they are one JSON object.
  record CallArguments(String callId, String delta) implements Piece {
    @Override
    public String toString() {
      return "CallArguments[" + callId + "]";
    }
  }

  /// The answer is whole, or cut for the reason given.
  ///
  /// @param usage empty where nobody counted
  record Ended(Ending how, Optional<Usage> usage) implements Piece {}

  /// There will be no (more) answer.
  ///
  /// @param code a word for programs, such as `rate_limit_exceeded`
  /// @param message one sentence for people, without anything that was said
  record Failed(String code, String message) implements Piece {}

  /// How an answer ends.
  enum Ending {
    WHOLE,
    TOO_LONG,
    FILTERED
  }

  /// Tokens, as the model behind the responder counts them.
  record Usage(int input, int cached, int output) {}

  static Piece whole() {
    return new Ended(Ending.WHOLE, Optional.empty());
  }
}
