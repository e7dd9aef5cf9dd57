package ghostwriter.interview;

import java.util.List;

/// One message that went over a line, in either direction, and what it means.
///
/// @param json the message as it was, sound replaced by its length; empty where the event had no
///   message (a lost line)
/// @param events what it means to the interview; often nothing
public record Frame(Direction direction, String json, List<LineEvent> events) {
  public Frame {
    events = List.copyOf(events);
  }

  /// Who sent a message.
  public enum Direction {
    TO_PROVIDER,
    FROM_PROVIDER
  }
}
