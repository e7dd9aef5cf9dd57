package ghostwriter.transcript;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Takes sound out of frames: base64 text becomes `{"audioBytes": n}`.
final class Sound {
  private Sound() {}

  /// The frame itself where it holds no sound, else a changed copy.
  static JsonNode removed(String type, JsonNode frame) {
    return switch (type) {
      case "input_audio_buffer.append" -> without(frame, "audio");
      case "response.output_audio.delta" -> without(frame, "delta");
      default -> itemsWithout(frame);
    };
  }

  private static JsonNode without(JsonNode frame, String field) {
    JsonNode copy = frame.deepCopy();
    measure(copy, field);
    return copy;
  }

  private static JsonNode itemsWithout(JsonNode frame) {
    JsonNode content = frame.path("item").path("content");
    if (!frame.path("part").has("audio") && content.valueStream().noneMatch(p -> p.has("audio"))) {
      return frame;
    }
    JsonNode copy = frame.deepCopy();
    measure(copy.path("part"), "audio");
    copy.path("item").path("content").forEach(part -> measure(part, "audio"));
    return copy;
  }

  private static void measure(JsonNode owner, String field) {
    if (owner instanceof ObjectNode object && object.path(field).isString()) {
      long bytes = bytes(object.path(field).stringValue());
      object.set(field, JsonNodeFactory.instance.objectNode().put("audioBytes", bytes));
    }
  }

  private static long bytes(String base64) {
    int end = base64.length();
    while (end > 0 && base64.charAt(end - 1) == '=') {
      end--;
    }
    return end * 3L / 4;
  }
}
