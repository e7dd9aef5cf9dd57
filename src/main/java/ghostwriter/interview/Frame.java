package ghostwriter.interview;

import ghostwriter.transcript.Direction;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One message that went over a line, in either direction, and what it means.
///
/// @param message as it was; empty where an event had none (a lost line)
/// @param size in characters, of what came from outside
/// @param events what it means to the interview; often nothing
public record Frame(
    Direction direction, Optional<JsonNode> message, int size, List<LineEvent> events) {
  static final String UNREADABLE = "ghostwriter.frame.unreadable";

  public Frame {
    events = List.copyOf(events);
  }

  /// One that did not come from outside, or is small.
  public Frame(Direction direction, Optional<JsonNode> message, List<LineEvent> events) {
    this(direction, message, 0, events);
  }

  /// What came was no event. Only its length is kept: nothing can be quoted from it, sound could
  /// not be taken out of it, and where the client takes words back nobody would find them in it.
  ///
  /// @param length in characters
  public static Frame unreadable(int length) {
    JsonNode note =
        JsonNodeFactory.instance.objectNode().put("type", UNREADABLE).put("characters", length);
    return new Frame(
        Direction.OWN, Optional.of(note), List.of(new LineEvent.Complaint("unreadable_frame")));
  }

  /// Without what was said.
  @Override
  public String toString() {
    String type = message.map(json -> json.path("type").asString("")).orElse("");
    return "Frame[" + direction + " " + type + ", " + events.size() + " events]";
  }
}
