package ghostwriter.transcript;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes provider frames fit to be stored: sound becomes its length, `{"audioBytes": n}`; what the
/// database does not take, the character 0 and halves of characters, is left out or replaced.
final class Frames {
  /// Stands for what was not a character.
  private static final int REPLACEMENT = 0xFFFD;

  private Frames() {}

  /// The frame itself where there is nothing to change, else a changed copy.
  static JsonNode storable(String type, JsonNode frame) {
    return clean(withoutSound(type, frame));
  }

  private static JsonNode withoutSound(String type, JsonNode frame) {
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

  private static JsonNode clean(JsonNode frame) {
    String text = frame.toString();
    return text.contains("\\u0000") || hasHalfCharacter(text) ? cleaned(frame) : frame;
  }

  private static boolean hasHalfCharacter(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isHalf(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static JsonNode cleaned(JsonNode node) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = nodes.objectNode();
        object.forEachEntry((name, value) -> copy.set(clean(name), cleaned(value)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = nodes.arrayNode();
        array.forEach(value -> copy.add(cleaned(value)));
        yield copy;
      }
      default -> node.isString() ? nodes.stringNode(clean(node.stringValue())) : node;
    };
  }

  /// A text that the database takes.
  static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(codePoint -> codePoint != 0)
        .map(codePoint -> isHalf(codePoint) ? REPLACEMENT : codePoint)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
