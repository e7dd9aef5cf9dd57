package ghostwriter.cli;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON in and out.
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static JsonNode read(byte[] utf8) {
    return MAPPER.readTree(utf8);
  }

  /// As it came.
  static byte[] write(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }

  /// One line, UTF-8.
  static byte[] write(Map<String, ?> object) {
    return MAPPER.writeValueAsBytes(object);
  }
}
