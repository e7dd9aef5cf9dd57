package ghostwriter.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ItemEventsTest {
  private final TestEngine engine = TestEngine.shared();

  @Test
  void aClientsIdIsKeptAndTheItemIsAddedAndDone() {
    try (Wire wire = engine.session()) {
      wire.send(create("mine_1", "Hello.", null));
      JsonNode added = wire.expect("conversation.item.added");
      JsonNode done = wire.expect("conversation.item.done");

      assertThat(added.path("previous_item_id").isNull()).isTrue();
      assertThat(added.path("item").toString())
          .isEqualTo(
              "{\"id\":\"mine_1\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"user\","
                  + "\"content\":[{\"type\":\"input_text\",\"text\":\"Hello.\"}]}");
      assertThat(done.path("item")).isEqualTo(added.path("item"));
      assertThat(done.path("previous_item_id")).isEqualTo(added.path("previous_item_id"));
    }
  }

  @Test
  void anItemWithoutAnIdIsGivenOne() {
    try (Wire wire = engine.session()) {
      wire.send(user("Hello."));
      String id = wire.expect("conversation.item.added").path("item").path("id").asString();
      assertThat(id).startsWith("item_").hasSizeLessThanOrEqualTo(32);
    }
  }

  @Test
  void anItemIsInsertedDirectlyBehindTheOneItNames() {
    try (Wire wire = engine.session()) {
      add(wire, "alpha", null, null);
      add(wire, "charlie", "alpha", "alpha");
      add(wire, "bravo", "alpha", "alpha");
      add(wire, "first", "root", null);
      add(wire, "last", "", "charlie");

      wire.send("{\"type\":\"response.create\"}");
      wire.until("response.done");
      var prompt = lastPrompt();
      assertThat(prompt).containsExactly("first", "alpha", "bravo", "charlie", "last");
    }
  }

  private static List<String> lastPrompt() {
    var prompts = TestEngine.rehearsed().prompts;
    return prompts.stream().reduce((a, b) -> b).orElseThrow().items().stream()
        .map(it -> it.id())
        .toList();
  }

  private static void add(
      Wire wire,
      String id,
      @org.jspecify.annotations.Nullable String previous,
      @org.jspecify.annotations.Nullable String told) {
    wire.send(create(id, id, previous));
    JsonNode where = wire.expect("conversation.item.added").path("previous_item_id");
    assertThat(where.isNull() ? null : where.asString()).isEqualTo(told);
    wire.expect("conversation.item.done");
  }

  @Test
  void anUnknownPredecessorIsRefusedAndTheItemIsNotAdded() {
    try (Wire wire = engine.session()) {
      wire.send(create("a", "a", "nobody"));
      assertThat(code(wire)).isEqualTo("item_create_invalid_previous_item_id");
      wire.send("{\"type\":\"conversation.item.retrieve\",\"item_id\":\"a\"}");
      assertThat(code(wire)).isEqualTo("item_retrieve_invalid_item_id");
    }
  }

  @Test
  void anIdIsTakenOnce() {
    try (Wire wire = engine.session()) {
      add(wire, "a", null, null);
      wire.send(create("a", "again", null));
      assertThat(code(wire)).isEqualTo("item_create_duplicate_item_id");
    }
  }

  @Test
  void anIdHasThirtyTwoCharactersAtMost() {
    try (Wire wire = engine.session()) {
      add(wire, "x".repeat(32), null, null);
      wire.send(create("x".repeat(33), "a", null));
      JsonNode error = wire.expect("error").path("error");
      assertThat(error.path("code").asString()).isEqualTo("string_above_max_length");
      assertThat(error.path("param").asString()).isEqualTo("item.id");
    }
  }

  @Test
  void anItemIsRetrievedAndDeleted() {
    try (Wire wire = engine.session()) {
      add(wire, "a", null, null);
      wire.send("{\"type\":\"conversation.item.retrieve\",\"item_id\":\"a\"}");
      assertThat(wire.expect("conversation.item.retrieved").path("item").path("id").asString())
          .isEqualTo("a");
      wire.send("{\"type\":\"conversation.item.delete\",\"item_id\":\"a\"}");
      assertThat(wire.expect("conversation.item.deleted").path("item_id").asString())
          .isEqualTo("a");
      wire.send("{\"type\":\"conversation.item.delete\",\"item_id\":\"a\"}");
      assertThat(code(wire)).isEqualTo("item_delete_invalid_item_id");
      wire.send("{\"type\":\"conversation.item.delete\"}");
      assertThat(code(wire)).isEqualTo("missing_required_parameter");
    }
  }

  @Test
  void onlySpokenAnswersAreTruncated() {
    try (Wire wire = engine.session()) {
      add(wire, "a", null, null);
      wire.send(truncate("a"));
      assertThat(code(wire)).isEqualTo("unsupported_content_type");
      wire.send(truncate("nobody"));
      assertThat(code(wire)).isEqualTo("item_truncate_invalid_item_id");
    }
  }

  @Test
  void truncatingASpokenAnswerDropsItsTranscript() {
    try (Wire wire = engine.session()) {
      add(wire, "a", null, null);
      wire.send("{\"type\":\"response.create\",\"response\":{\"output_modalities\":[\"audio\"]}}");
      var events = wire.until("response.done");
      String id = events.getLast().path("response").path("output").path(0).path("id").asString();

      wire.send(truncate(id));
      assertThat(wire.expect("conversation.item.truncated").path("audio_end_ms").asInt()).isZero();
      wire.send("{\"type\":\"conversation.item.retrieve\",\"item_id\":\"" + id + "\"}");
      JsonNode part =
          wire.expect("conversation.item.retrieved").path("item").path("content").path(0);
      assertThat(part.toString()).isEqualTo("{\"type\":\"output_audio\",\"transcript\":null}");
    }
  }

  @Test
  void everyKindOfItemKeepsItsShape() {
    for (String item :
        List.of(
            "{\"id\":\"i\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"system\",\"content\":[{\"type\":\"input_text\",\"text\":\"s\"}]}",
            "{\"id\":\"i\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"s\"}]}",
            "{\"id\":\"i\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"user\",\"content\":[{\"type\":\"input_audio\",\"transcript\":null}]}",
            "{\"id\":\"i\",\"type\":\"function_call\",\"status\":\"completed\",\"name\":\"f\",\"call_id\":\"c\",\"arguments\":\"{}\"}",
            "{\"id\":\"i\",\"type\":\"function_call_output\",\"call_id\":\"c\",\"output\":\"o\"}")) {
      try (Wire wire = engine.session()) {
        wire.send("{\"type\":\"conversation.item.create\",\"item\":" + item + "}");
        assertThat(wire.expect("conversation.item.added").path("item").toString()).isEqualTo(item);
      }
    }
  }

  @Test
  void anItemThatIsNoneIsRefused() {
    for (String wrong :
        List.of(
            "{\"item\":null}",
            "{\"item\":3}",
            "{\"item\":{}}",
            "{\"item\":{\"type\":\"banana\"}}",
            "{\"item\":{\"type\":\"message\"}}",
            "{\"item\":{\"type\":\"message\",\"role\":\"narrator\",\"content\":[]}}",
            "{\"item\":{\"type\":\"message\",\"role\":\"user\"}}",
            "{\"item\":{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"output_text\",\"text\":\"x\"}]}}",
            "{\"item\":{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_audio\"}]}}",
            "{\"item\":{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":7}]}}",
            "{\"item\":{\"type\":\"function_call_output\",\"output\":\"x\"}}")) {
      try (Wire wire = engine.session()) {
        wire.send("{\"type\":\"conversation.item.create\"," + wrong.substring(1));
        assertThat(code(wire)).as(wrong).isIn("missing_required_parameter", "invalid_value");
      }
    }
  }

  private static String code(Wire wire) {
    return wire.expect("error").path("error").path("code").asString();
  }

  private static String truncate(String id) {
    return "{\"type\":\"conversation.item.truncate\",\"item_id\":\"%s\",\"content_index\":0,\"audio_end_ms\":0}"
        .formatted(id);
  }

  static String user(String text) {
    return "{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"%s\"}]}}"
        .formatted(text);
  }

  static String create(String id, String text, @org.jspecify.annotations.Nullable String previous) {
    String place = previous == null ? "" : "\"previous_item_id\":\"" + previous + "\",";
    return user(text).replace("\"item\":{", place + "\"item\":{\"id\":\"" + id + "\",");
  }
}
