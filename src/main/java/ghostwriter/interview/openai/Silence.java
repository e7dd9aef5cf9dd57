package ghostwriter.interview.openai;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes the sound out of an event: its length stays.
final class Silence {
  private Silence() {}

  static JsonNode of(JsonNode event) {
    if (event instanceof ObjectNode object) {
      replace(object, "audio");
      if (object.path("type").asString("").equals("response.output_audio.delta")) {
        replace(object, "delta");
      }
    }
    event.values().forEach(Silence::of);
    return event;
  }

  private static void replace(ObjectNode object, String field) {
    JsonNode value = object.path(field);
    if (value.isString()) {
      int bytes = value.asString("").length() / 4 * 3;
      object.putObject(field).put("audioBytes", bytes);
    }
  }
}
