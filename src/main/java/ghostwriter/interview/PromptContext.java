package ghostwriter.interview;

import ghostwriter.interview.ToolArguments.Unusable;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads what a model says to shape a draft: one JSON object, as `mode`, `section` and
/// `instruction`, or more.
final class PromptContext {
  private static final int MAX = 8_000;
  private static final int MAX_LENGTH = 200_000;

  private final JsonMapper json;

  PromptContext(JsonMapper json) {
    this.json = json;
  }

  /// @return nothing where nothing was given
  /// @throws Unusable where it is no object, too much, or asks for an impossible length
  Map<String, Object> read(JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return Map.of();
    }
    if (!(given instanceof ObjectNode object)) {
      throw new Unusable("promptContext must be a JSON object.");
    }
    String text = object.toString();
    if (text.length() > MAX
        || !ToolArguments.keepable(text).equals(text)
        || text.contains("\\u0000")) {
      throw new Unusable("promptContext may have " + MAX + " plain characters at most.");
    }
    checkLength(object.path("length"));
    Map<String, Object> context =
        new LinkedHashMap<>(json.convertValue(object, new TypeReference<Map<String, Object>>() {}));
    context.values().removeIf(value -> value == null);
    return context;
  }

  private static void checkLength(JsonNode length) {
    boolean sensible =
        length.isMissingNode()
            || length.isNull()
            || (length.isIntegralNumber()
                && length.canConvertToInt()
                && length.asInt() >= 1
                && length.asInt() <= MAX_LENGTH);
    if (!sensible) {
      throw new Unusable("The length must be 1 to " + MAX_LENGTH + " words.");
    }
  }
}
