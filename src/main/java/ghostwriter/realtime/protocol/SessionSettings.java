package ghostwriter.realtime.protocol;

import ghostwriter.realtime.responder.Tool;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A session as the wire shows it, always whole. Immutable; the JSON behind it is never given away.
public final class SessionSettings {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Set<String> FIXED = Set.of("type", "model", "id", "object", "expires_at");
  private static final JsonNode STANDARD =
      MAPPER.readTree(
          """
          {"type": "realtime", "object": "realtime.session", "id": "", "model": "",
           "output_modalities": ["text"], "instructions": "", "tools": [], "tool_choice": "auto",
           "max_output_tokens": "inf", "tracing": null, "truncation": "auto", "prompt": null, "expires_at": 0,
           "audio": {"input": {"format": {"type": "audio/pcm", "rate": 24000}, "transcription": null,
                               "noise_reduction": null, "turn_detection": null},
                     "output": {"format": {"type": "audio/pcm", "rate": 24000}, "voice": "alloy", "speed": 1.0}},
           "include": null}
          """);
  private static final JsonNode SERVER_VAD =
      MAPPER.readTree(
          """
          {"type": "server_vad", "threshold": 0.5, "prefix_padding_ms": 300, "silence_duration_ms": 500,
           "idle_timeout_ms": null, "create_response": true, "interrupt_response": true}
          """);
  private static final JsonNode SEMANTIC_VAD =
      MAPPER.readTree(
          """
          {"type": "semantic_vad", "eagerness": "auto", "create_response": true, "interrupt_response": true}
          """);
  private static final JsonNode TRANSCRIPTION =
      MAPPER.readTree(
          """
          {"model": null, "language": null, "prompt": null}
          """);

  /// As JSON in UTF-8: a session is idle most of the time, and a tree takes some ten times the
  /// room.
  private final byte[] json;

  private SessionSettings(ObjectNode tree) {
    this.json = MAPPER.writeValueAsBytes(tree);
  }

  private ObjectNode tree() {
    return MAPPER.readTree(json).asObject();
  }

  /// A session nobody has set anything for.
  ///
  /// @param expires when it will be closed; the epoch for one that has not begun
  public static SessionSettings standard(String id, String model, Instant expires) {
    ObjectNode json = STANDARD.deepCopy().asObject();
    json.put("id", id).put("model", model).put("expires_at", expires.getEpochSecond());
    return new SessionSettings(json);
  }

  /// These settings with what the patch changes; what it does not name stays.
  ///
  /// @throws ProtocolError where the patch is not a session's settings
  public SessionSettings with(JsonNode patch) {
    SettingsRules.checkSession(patch);
    ObjectNode changed = tree();
    patch.properties().stream()
        .filter(field -> !FIXED.contains(field.getKey()))
        .forEach(field -> {
          if (field.getKey().equals("audio")) {
            mergeAudio(changed.withObject("/audio"), field.getValue());
          } else {
            changed.set(field.getKey(), field.getValue().deepCopy());
          }
        });
    return new SessionSettings(changed);
  }

  private static void mergeAudio(ObjectNode audio, JsonNode patch) {
    for (var group : patch.properties()) {
      ObjectNode target = audio.withObject("/" + group.getKey());
      group
          .getValue()
          .properties()
          .forEach(field ->
              target.set(
                  field.getKey(),
                  audioField(field.getKey(), target.path(field.getKey()), field.getValue())));
    }
  }

  private static JsonNode audioField(String name, JsonNode current, JsonNode value) {
    if (!value.isObject()) {
      return value.deepCopy();
    }
    return switch (name) {
      case "turn_detection" -> turnDetection(current, value);
      case "transcription" -> overlaid(current.isObject() ? current : TRANSCRIPTION, value);
      case "format" -> value.has("rate") ? value.deepCopy() : formatOf(value);
      default -> value.deepCopy();
    };
  }

  private static JsonNode formatOf(JsonNode value) {
    ObjectNode format = value.deepCopy().asObject();
    if (format.path("type").asString("").equals("audio/pcm")) {
      format.put("rate", 24_000);
    }
    return format;
  }

  // Another kind of turn detection starts from its own defaults, the same kind from what was set.
  private static JsonNode turnDetection(JsonNode current, JsonNode value) {
    String kind = value.path("type").asString(current.path("type").asString("server_vad"));
    boolean same = kind.equals(current.path("type").asString(""));
    JsonNode standard = kind.equals("semantic_vad") ? SEMANTIC_VAD : SERVER_VAD;
    return overlaid(same ? current : standard, value);
  }

  private static ObjectNode overlaid(JsonNode below, JsonNode above) {
    ObjectNode merged = below.deepCopy().asObject();
    above.properties().forEach(field -> merged.set(field.getKey(), field.getValue().deepCopy()));
    return merged;
  }

  /// The session as it began, under the id and end of a socket's own.
  public SessionSettings begun(String id, String model, Instant expires) {
    ObjectNode own = tree();
    own.put("id", id).put("model", model).put("expires_at", expires.getEpochSecond());
    return new SessionSettings(own);
  }

  public String model() {
    return tree().path("model").asString();
  }

  /// The whole of it, as a copy.
  public ObjectNode toJson() {
    return tree();
  }

  String instructions() {
    return tree().path("instructions").asString("");
  }

  Modality modality() {
    return modality(tree().path("output_modalities"));
  }

  static Modality modality(JsonNode modalities) {
    return modalities.path(0).asString("").equals("audio") ? Modality.AUDIO : Modality.TEXT;
  }

  List<Tool> tools() {
    return tools(tree().path("tools"));
  }

  static List<Tool> tools(JsonNode tools) {
    return tools
        .valueStream()
        .map(tool ->
            new Tool(
                tool.path("name").asString(),
                tool.path("description").asString(""),
                tool.path("parameters").deepCopy()))
        .toList();
  }

  JsonNode toolChoice() {
    return tree().path("tool_choice").deepCopy();
  }

  JsonNode maxOutputTokens() {
    return tree().path("max_output_tokens").deepCopy();
  }

  static OptionalInt limit(JsonNode maxOutputTokens) {
    return maxOutputTokens.isIntegralNumber()
        ? OptionalInt.of(maxOutputTokens.intValue())
        : OptionalInt.empty();
  }

  /// How a response tells of its voice: format and voice only.
  ObjectNode outputAudio() {
    ObjectNode audio = Outbox.JSON.objectNode();
    ObjectNode output = audio.putObject("output");
    JsonNode own = tree().path("audio").path("output");
    output.set("format", own.path("format").deepCopy());
    output.set("voice", own.path("voice").deepCopy());
    return audio;
  }
}
