package ghostwriter.realtime.protocol;

import tools.jackson.databind.JsonNode;

/// Reads fields that must be there.
final class Fields {
  private Fields() {}

  /// The text at `path.field`.
  static String text(JsonNode json, String path, String field) {
    JsonNode value = json.path(field);
    String name = path.isEmpty() ? field : path + "." + field;
    if (value.isMissingNode() || value.isNull()) {
      throw ProtocolError.missing(name);
    }
    if (!value.isString()) {
      throw ProtocolError.value(name, "a string");
    }
    return value.stringValue();
  }

  /// The whole number from 0 up at `field`.
  static int number(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw ProtocolError.missing(field);
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      throw ProtocolError.value(field, "a whole number from 0 up");
    }
    return value.intValue();
  }
}
