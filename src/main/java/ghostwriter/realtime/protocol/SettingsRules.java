package ghostwriter.realtime.protocol;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What may stand in a session's settings and in a response's.
final class SettingsRules {
  private static final Set<String> SHARED =
      Set.of(
          "output_modalities",
          "instructions",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "reasoning",
          "max_output_tokens",
          "prompt",
          "audio");
  private static final Set<String> SESSION =
      Set.of("type", "model", "truncation", "tracing", "include", "id", "object", "expires_at");
  private static final Set<String> RESPONSE = Set.of("conversation", "input", "metadata");
  private static final Set<String> INPUT =
      Set.of("format", "noise_reduction", "transcription", "turn_detection");
  private static final Set<String> OUTPUT = Set.of("format", "voice", "speed");
  private static final int MAX_TOKENS = 4096;
  private static final int MAX_PAIRS = 16;
  private static final int MAX_KEY = 64;
  private static final int MAX_VALUE = 512;

  private SettingsRules() {}

  /// @throws ProtocolError for the first thing that is wrong
  static void checkSession(JsonNode session) {
    if (session.isMissingNode() || session.isNull()) {
      throw ProtocolError.missing("session");
    }
    requireObject(session, "session");
    String type = Fields.text(session, "session", "type");
    if (!type.equals("realtime")) {
      throw ProtocolError.value("session.type", "'realtime'");
    }
    checkNames(session, "session", SHARED, SESSION);
    checkShared(session, "session");
  }

  /// @throws ProtocolError for the first thing that is wrong
  static void checkResponse(JsonNode response) {
    requireObject(response, "response");
    checkNames(response, "response", SHARED, RESPONSE);
    checkShared(response, "response");
    oneOf(response, "response", "conversation", Set.of("auto", "none"));
    checkMetadata(response.path("metadata"));
    JsonNode input = response.path("input");
    if (!input.isMissingNode() && !input.isNull() && !input.isArray()) {
      throw ProtocolError.value("response.input", "an array");
    }
  }

  private static void checkShared(JsonNode json, String path) {
    checkModalities(json.path("output_modalities"), path + ".output_modalities");
    JsonNode instructions = json.path("instructions");
    if (!instructions.isMissingNode() && !instructions.isString()) {
      throw ProtocolError.value(path + ".instructions", "a string");
    }
    checkTools(json.path("tools"), path + ".tools");
    checkToolChoice(json.path("tool_choice"), path + ".tool_choice");
    checkMaxTokens(json.path("max_output_tokens"), path + ".max_output_tokens");
    checkAudio(json.path("audio"), path + ".audio");
  }

  private static void checkModalities(JsonNode modalities, String path) {
    if (modalities.isMissingNode()) {
      return;
    }
    String only =
        modalities.isArray() && modalities.size() == 1 ? modalities.path(0).asString("") : "";
    if (!only.equals("text") && !only.equals("audio")) {
      throw ProtocolError.value(path, "['text'] or ['audio']");
    }
  }

  private static void checkTools(JsonNode tools, String path) {
    if (tools.isMissingNode()) {
      return;
    }
    if (!tools.isArray()) {
      throw ProtocolError.value(path, "an array");
    }
    for (int i = 0; i < tools.size(); i++) {
      String at = path + "[" + i + "]";
      requireObject(tools.path(i), at);
      if (!Fields.text(tools.path(i), at, "type").equals("function")) {
        throw ProtocolError.value(at + ".type", "'function', the only kind this engine knows");
      }
      Fields.text(tools.path(i), at, "name");
    }
  }

  private static void checkToolChoice(JsonNode choice, String path) {
    boolean word =
        choice.isString() && Set.of("auto", "none", "required").contains(choice.stringValue());
    boolean function = choice.path("type").asString("").equals("function") && choice.has("name");
    if (!choice.isMissingNode() && !word && !function) {
      throw ProtocolError.value(path, "'auto', 'none', 'required' or a function");
    }
  }

  private static void checkMaxTokens(JsonNode max, String path) {
    boolean endless = max.isString() && max.stringValue().equals("inf");
    boolean number =
        max.isIntegralNumber()
            && max.canConvertToInt()
            && max.intValue() >= 1
            && max.intValue() <= MAX_TOKENS;
    if (!max.isMissingNode() && !endless && !number) {
      throw ProtocolError.value(path, "a whole number from 1 to 4096, or 'inf'");
    }
  }

  private static void checkAudio(JsonNode audio, String path) {
    if (audio.isMissingNode() || audio.isNull()) {
      return;
    }
    requireObject(audio, path);
    checkNames(audio, path, Set.of("input", "output"), Set.of());
    checkGroup(audio.path("input"), path + ".input", INPUT);
    checkGroup(audio.path("output"), path + ".output", OUTPUT);
  }

  private static void checkGroup(JsonNode group, String path, Set<String> known) {
    if (!group.isMissingNode() && !group.isNull()) {
      requireObject(group, path);
      checkNames(group, path, known, Set.of());
    }
  }

  private static void checkMetadata(JsonNode metadata) {
    if (metadata.isMissingNode() || metadata.isNull()) {
      return;
    }
    requireObject(metadata, "response.metadata");
    boolean fits =
        metadata.size() <= MAX_PAIRS
            && metadata.properties().stream()
                .allMatch(pair ->
                    pair.getKey().length() <= MAX_KEY
                        && pair.getValue().isString()
                        && pair.getValue().stringValue().length() <= MAX_VALUE);
    if (!fits) {
      throw ProtocolError.value(
          "response.metadata",
          "at most 16 pairs of strings, keys to 64 and values to 512 characters");
    }
  }

  private static void oneOf(JsonNode json, String path, String field, Set<String> words) {
    JsonNode value = json.path(field);
    if (!value.isMissingNode() && !words.contains(value.asString(""))) {
      throw ProtocolError.value(path + "." + field, "one of " + String.join(", ", words));
    }
  }

  private static void requireObject(JsonNode json, String path) {
    if (!json.isObject()) {
      throw ProtocolError.value(path, "an object");
    }
  }

  private static void checkNames(
      JsonNode json, String path, Set<String> known, Set<String> alsoKnown) {
    for (String name : json.propertyNames()) {
      if (!known.contains(name) && !alsoKnown.contains(name)) {
        throw ProtocolError.unknown(path + "." + name);
      }
    }
  }
}
