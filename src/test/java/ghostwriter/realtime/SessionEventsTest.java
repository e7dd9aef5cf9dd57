package ghostwriter.realtime;

import static ghostwriter.realtime.TestEngine.KEY;
import static ghostwriter.realtime.TestEngine.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionEventsTest {
  private final TestEngine engine = TestEngine.shared();

  @Test
  void theFirstEventTellsTheWholeSession() {
    try (Wire wire = engine.open("?model=any-name", bearer(KEY))) {
      JsonNode session = wire.expect("session.created").path("session");

      assertThat(session.path("id").asString()).startsWith("sess_");
      assertThat(session.path("object").asString()).isEqualTo("realtime.session");
      assertThat(session.path("model").asString()).isEqualTo("any-name");
      assertThat(session.path("expires_at").asLong() - Instant.now().getEpochSecond())
          .isBetween(3_590L, 3_600L);
      assertThat(session.propertyNames())
          .contains(
              "type",
              "output_modalities",
              "instructions",
              "tools",
              "tool_choice",
              "max_output_tokens")
          .contains("tracing", "truncation", "prompt", "audio", "include");
    }
  }

  @Test
  void anUpdateChangesOnlyWhatItNames() {
    try (Wire wire = engine.session()) {
      wire.send(
          update(
              "\"instructions\":\"Be brief.\",\"audio\":{\"input\":{\"transcription\":{\"model\":\"w\"}}}"));
      JsonNode session = wire.expect("session.updated").path("session");
      assertThat(session.path("instructions").asString()).isEqualTo("Be brief.");
      JsonNode input = session.path("audio").path("input");
      assertThat(input.path("transcription").toString())
          .isEqualTo("{\"model\":\"w\",\"language\":null,\"prompt\":null}");
      assertThat(input.path("format").path("rate").asInt()).isEqualTo(24_000);
      assertThat(session.path("audio").path("output").path("voice").asString()).isEqualTo("alloy");

      wire.send(
          update(
              "\"tools\":[{\"type\":\"function\",\"name\":\"f\"}],\"audio\":{\"output\":{\"speed\":1.2}}"));
      session = wire.expect("session.updated").path("session");
      assertThat(session.path("instructions").asString()).isEqualTo("Be brief.");
      assertThat(session.path("tools").path(0).path("name").asString()).isEqualTo("f");
      assertThat(session.path("audio").path("output").path("voice").asString()).isEqualTo("alloy");

      wire.send(
          update(
              "\"instructions\":\"\",\"tools\":[],\"audio\":{\"input\":{\"transcription\":null}}"));
      session = wire.expect("session.updated").path("session");
      assertThat(session.path("instructions").asString()).isEmpty();
      assertThat(session.path("tools")).isEmpty();
      assertThat(session.path("audio").path("input").path("transcription").isNull()).isTrue();
    }
  }

  @Test
  void turnDetectionIsFilledUpWithTheDefaultsOfItsKind() {
    try (Wire wire = engine.session()) {
      wire.send(
          update(
              "\"audio\":{\"input\":{\"turn_detection\":{\"type\":\"server_vad\",\"silence_duration_ms\":700}}}"));
      JsonNode detection = turnDetection(wire);
      assertThat(detection.path("silence_duration_ms").asInt()).isEqualTo(700);
      assertThat(detection.path("create_response").asBoolean()).isTrue();

      wire.send(
          update(
              "\"audio\":{\"input\":{\"turn_detection\":{\"type\":\"semantic_vad\",\"eagerness\":\"low\"}}}"));
      detection = turnDetection(wire);
      assertThat(detection.has("silence_duration_ms")).isFalse();
      assertThat(detection.path("eagerness").asString()).isEqualTo("low");
    }
  }

  private static JsonNode turnDetection(Wire wire) {
    return wire.expect("session.updated")
        .path("session")
        .path("audio")
        .path("input")
        .path("turn_detection");
  }

  @Test
  void anUpdateWithoutATypeIsRefused() {
    try (Wire wire = engine.session()) {
      wire.send(
          "{\"type\":\"session.update\",\"event_id\":\"c1\",\"session\":{\"instructions\":\"x\"}}");
      JsonNode error = wire.expect("error").path("error");
      assertThat(error.path("code").asString()).isEqualTo("missing_required_parameter");
      assertThat(error.path("param").asString()).isEqualTo("session.type");
      assertThat(error.path("event_id").asString()).isEqualTo("c1");
    }
  }

  @Test
  void anUnknownNameIsRefusedByItsPathAndNothingChanges() {
    try (Wire wire = engine.session()) {
      wire.send(update("\"instructions\":\"lost\",\"voice\":\"marin\""));
      JsonNode error = wire.expect("error").path("error");
      assertThat(error.path("code").asString()).isEqualTo("unknown_parameter");
      assertThat(error.path("message").asString()).isEqualTo("Unknown parameter: 'session.voice'.");

      wire.send(update("\"audio\":{\"input\":{\"vad\":true}}"));
      assertThat(wire.expect("error").path("error").path("param").asString())
          .isEqualTo("session.audio.input.vad");

      wire.send(update("\"tool_choice\":\"none\""));
      assertThat(wire.expect("session.updated").path("session").path("instructions").asString())
          .isEmpty();
    }
  }

  @Test
  void aValueThatCannotBeIsRefused() {
    for (String wrong :
        java.util.List.of(
            "\"output_modalities\":[\"text\",\"audio\"]",
            "\"output_modalities\":\"text\"",
            "\"max_output_tokens\":0",
            "\"max_output_tokens\":4097",
            "\"max_output_tokens\":1e99",
            "\"tool_choice\":\"maybe\"",
            "\"tools\":{}",
            "\"tools\":[{\"type\":\"mcp\",\"server_label\":\"x\"}]",
            "\"tools\":[7]",
            "\"audio\":3",
            "\"audio\":{\"input\":[]}",
            "\"instructions\":{}")) {
      try (Wire wire = engine.session()) {
        wire.send(update(wrong));
        assertThat(wire.expect("error").path("error").path("code").asString())
            .as(wrong)
            .isEqualTo("invalid_value");
      }
    }
  }

  @Test
  void everyServerEventHasAnIdOfItsOwn() {
    try (Wire wire = engine.session()) {
      wire.send(ItemEventsTest.user("a few words to say")).send("{\"type\":\"response.create\"}");
      var events = wire.until("response.done");
      assertThat(events)
          .extracting(event -> event.path("event_id").asString())
          .doesNotHaveDuplicates()
          .allMatch(id -> id.startsWith("event_"));
    }
  }

  @Test
  void anEventWithoutAKnownTypeIsRefusedAndTheSessionGoesOn() {
    try (Wire wire = engine.session()) {
      wire.send("{\"event_id\":\"e\"}");
      assertThat(wire.expect("error").path("error").path("code").asString())
          .isEqualTo("invalid_event");
      wire.send("{\"type\":\"conversation.item.created\"}");
      JsonNode error = wire.expect("error").path("error");
      assertThat(error.path("code").asString()).isEqualTo("invalid_value");
      assertThat(error.path("message").asString()).contains("'response.create'");
      for (String garbled :
          java.util.List.of("", "hello", "[1]", "{\"type\":", "null", "{\"a\":".repeat(2_000))) {
        wire.send(garbled);
        assertThat(wire.expect("error").path("error").path("code").asString())
            .isEqualTo("invalid_event");
      }
      wire.send("{\"type\":\"input_audio_buffer.clear\"}");
      wire.expect("input_audio_buffer.cleared");
    }
  }

  @Test
  void soundIsRefusedInOneSentence() {
    try (Wire wire = engine.session()) {
      wire.send("{\"type\":\"input_audio_buffer.append\",\"audio\":\"AAAA\"}");
      assertThat(wire.expect("error").path("error").path("code").asString())
          .isEqualTo("audio_not_supported");
      wire.send("{\"type\":\"input_audio_buffer.commit\"}");
      assertThat(wire.expect("error").path("error").path("code").asString())
          .isEqualTo("input_audio_buffer_commit_empty");
    }
  }

  static String update(String fields) {
    return "{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\"," + fields + "}}";
  }
}
