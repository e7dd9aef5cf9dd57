package ghostwriter.interview;

import ghostwriter.transcript.Direction;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One message that went over a line, in either direction, and what it means.
///
/// @param message as it was; empty where an event had none (a lost line)
/// @param events what it means to the interview; often nothing
public record Frame(Direction direction, Optional<JsonNode> message, List<LineEvent> events) {
  public Frame {
    events = List.copyOf(events);
  }
}
