package ghostwriter.realtime;

import static ghostwriter.realtime.ItemEventsTest.user;
import static ghostwriter.realtime.SessionEventsTest.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResponseEventsTest {
  private static final String CREATE = "{\"type\":\"response.create\"}";
  private static final String TOOL =
      "\"tools\":[{\"type\":\"function\",\"name\":\"look_up\",\"parameters\":{\"type\":\"object\"}}]";

  private final TestEngine engine = TestEngine.shared();

  @Test
  void aTextTurnHasTheRecordedOrder() {
    try (Wire wire = engine.session()) {
      wire.send(user("one two")).send(CREATE);
      List<JsonNode> events = wire.until("response.done");

      assertThat(types(events))
          .containsExactly(
              "conversation.item.added",
              "conversation.item.done",
              "response.created",
              "response.output_item.added",
              "conversation.item.added",
              "response.content_part.added",
              "response.output_text.delta",
              "response.output_text.delta",
              "response.output_text.done",
              "response.content_part.done",
              "conversation.item.done",
              "response.output_item.done",
              "response.done");
      JsonNode created = events.get(2).path("response");
      assertThat(created.path("status").asString()).isEqualTo("in_progress");
      assertThat(created.path("output")).isEmpty();
      assertThat(created.path("conversation_id").asString()).startsWith("conv_");
      assertThat(events.get(3).path("item").path("content")).isEmpty();
      assertThat(events.get(4).path("previous_item_id"))
          .isEqualTo(events.get(0).path("item").path("id"));
      assertThat(events.get(5).path("part").toString())
          .isEqualTo("{\"type\":\"text\",\"text\":\"\"}");
      assertThat(events.get(8).path("text").asString()).isEqualTo("one two");
      assertThat(events.get(10).path("previous_item_id"))
          .isEqualTo(events.get(4).path("previous_item_id"));
      assertThat(events.get(11).path("item").path("content").toString())
          .isEqualTo("[{\"type\":\"output_text\",\"text\":\"one two\"}]");
      JsonNode done = events.getLast().path("response");
      assertThat(done.path("status").asString()).isEqualTo("completed");
      assertThat(done.path("output").path(0)).isEqualTo(events.get(11).path("item"));
      assertThat(done.path("usage").path("total_tokens").asInt()).isEqualTo(27);
      assertThat(done.path("usage").path("input_token_details").path("cached_tokens").asInt())
          .isEqualTo(5);
    }
  }

  @Test
  void aSpokenAnswerHasItsTranscriptEvents() {
    try (Wire wire = engine.session()) {
      wire.send(update("\"output_modalities\":[\"audio\"]")).send(user("one")).send(CREATE);
      List<JsonNode> events = wire.until("response.done");

      assertThat(types(events).subList(4, types(events).size()))
          .containsExactly(
              "response.output_item.added",
              "conversation.item.added",
              "response.content_part.added",
              "response.output_audio_transcript.delta",
              "response.output_audio.done",
              "response.output_audio_transcript.done",
              "response.content_part.done",
              "conversation.item.done",
              "response.output_item.done",
              "response.done");
      assertThat(events.get(6).path("part").toString())
          .isEqualTo("{\"type\":\"audio\",\"transcript\":\"\"}");
    }
  }

  @Test
  void aFunctionCallHasTheRecordedOrder() {
    try (Wire wire = engine.session()) {
      wire.send(update(TOOL)).send(user("call")).send(CREATE);
      List<JsonNode> events = wire.until("response.done");

      assertThat(types(events).subList(3, types(events).size()))
          .containsExactly(
              "response.created",
              "response.output_item.added",
              "conversation.item.added",
              "response.function_call_arguments.delta",
              "response.function_call_arguments.delta",
              "response.function_call_arguments.done",
              "conversation.item.done",
              "response.output_item.done",
              "response.done");
      JsonNode done = events.get(8);
      assertThat(done.path("name").asString()).isEqualTo("look_up");
      assertThat(done.path("arguments").asString()).isEqualTo("{\"text\":\"hello\"}");
      JsonNode item = events.get(10).path("item");
      assertThat(item.path("status").asString()).isEqualTo("completed");
      assertThat(item.path("call_id")).isEqualTo(done.path("call_id"));

      wire.send(
          "{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"function_call_output\",\"call_id\":\"%s\",\"output\":\"fog\"}}"
              .formatted(item.path("call_id").asString()));
      wire.send(CREATE);
      events = wire.until("response.done");
      assertThat(events.getFirst().path("previous_item_id")).isEqualTo(item.path("id"));
      assertThat(events.getFirst().path("item").has("status")).isFalse();
      assertThat(said(events)).isEqualTo("The tool says: fog");
    }
  }

  @Test
  void aRemarkAndACallInterleaveAsRecorded() {
    try (Wire wire = engine.session()) {
      wire.send(update(TOOL)).send(user("remark and call")).send(CREATE);
      List<JsonNode> events = wire.until("response.done");

      assertThat(types(events).stream().filter(type -> !type.endsWith(".delta")).skip(3))
          .containsExactly(
              "response.created",
              "response.output_item.added",
              "conversation.item.added",
              "response.content_part.added",
              "response.output_item.added",
              "conversation.item.added",
              "response.output_text.done",
              "response.content_part.done",
              "conversation.item.done",
              "response.output_item.done",
              "response.function_call_arguments.done",
              "conversation.item.done",
              "response.output_item.done",
              "response.done");
      assertThat(said(events)).isEqualTo("I will look it up.");
      JsonNode output = events.getLast().path("response").path("output");
      assertThat(output.path(0).path("type").asString()).isEqualTo("message");
      assertThat(output.path(1).path("type").asString()).isEqualTo("function_call");
    }
  }

  @Test
  void twoCallsOfOneResponseAreTwoItems() {
    try (Wire wire = engine.session()) {
      wire.send(update(TOOL)).send(user("call twice")).send(CREATE);
      JsonNode output = wire.until("response.done").getLast().path("response").path("output");
      assertThat(output).hasSize(2);
      assertThat(output.path(0).path("call_id")).isNotEqualTo(output.path(1).path("call_id"));
    }
  }

  @Test
  void anItemSentDuringAnAnswerStandsBehindIt() {
    try (Wire wire = engine.session()) {
      wire.send(user("wait")).send(CREATE);
      wire.until("response.output_text.delta");
      wire.send(user("later")).send("{\"type\":\"response.cancel\"}");

      List<JsonNode> events = wire.until("response.done");
      JsonNode added = wire.expect("conversation.item.added");
      assertThat(types(events)).doesNotContain("conversation.item.added");
      assertThat(added.path("previous_item_id"))
          .isEqualTo(events.getLast().path("response").path("output").path(0).path("id"));
    }
  }

  @Test
  void aSecondResponseOfTheConversationIsRefusedWhileOneIsActive() {
    try (Wire wire = engine.session()) {
      wire.send(user("wait")).send(CREATE);
      wire.until("response.output_text.delta");
      wire.send("{\"type\":\"response.create\",\"event_id\":\"mine\"}");
      JsonNode error = wire.until("error").getLast().path("error");
      assertThat(error.path("code").asString())
          .isEqualTo("conversation_already_has_active_response");
      assertThat(error.path("event_id").asString()).isEqualTo("mine");
      assertThat(error.path("message").asString()).contains("resp_");
    }
  }

  @Test
  void aCancelledResponseEndsIncomplete() throws InterruptedException {
    try (Wire wire = engine.session()) {
      wire.send(user("wait")).send(CREATE);
      wire.until("response.content_part.added");
      wire.until("response.output_text.delta");
      wire.send("{\"type\":\"response.cancel\"}");
      List<JsonNode> events = wire.until("response.done");

      assertThat(types(events))
          .endsWith("conversation.item.done", "response.output_item.done", "response.done");
      JsonNode response = events.getLast().path("response");
      assertThat(response.path("status").asString()).isEqualTo("cancelled");
      assertThat(response.path("status_details").toString())
          .isEqualTo("{\"type\":\"cancelled\",\"reason\":\"client_cancelled\"}");
      assertThat(response.path("output").path(0).path("status").asString()).isEqualTo("incomplete");
      assertThat(TestEngine.rehearsed().withdrawn.poll(10, TimeUnit.SECONDS)).isNotNull();

      wire.send("{\"type\":\"response.cancel\"}");
      assertThat(wire.expect("error").path("error").path("code").asString())
          .isEqualTo("response_cancel_not_active");
      wire.send(user("and on")).send(CREATE);
      assertThat(said(wire.until("response.done"))).isEqualTo("and on");
    }
  }

  @Test
  void halfACallOfACancelledResponseNeverLooksFinished() {
    try (Wire wire = engine.session()) {
      wire.send(update(TOOL)).send(user("call and wait")).send(CREATE);
      wire.until("response.function_call_arguments.delta");
      wire.send("{\"type\":\"response.cancel\"}");
      List<JsonNode> events = wire.until("response.done");

      assertThat(types(events)).doesNotContain("response.function_call_arguments.done");
      assertThat(events.getLast().path("response").path("output").path(0).path("status").asString())
          .isEqualTo("incomplete");
    }
  }

  @Test
  void aResponseBesideTheConversationLeavesNoTraceInIt() {
    try (Wire wire = engine.session()) {
      wire.send(user("wait")).send(CREATE);
      wire.until("response.output_text.delta");
      wire.send(
          """
          {"type":"response.create","response":{"conversation":"none","output_modalities":["text"],"tools":[],
           "metadata":{"purpose":"summary"},
           "input":[{"type":"message","role":"user","content":[{"type":"input_text","text":"aside"}]}]}}
          """);
      List<JsonNode> events = wire.until("response.done");
      events.removeIf(event -> event.path("delta").asString("").equals("think"));

      assertThat(types(events)).noneMatch(type -> type.startsWith("conversation."));
      JsonNode response = events.getLast().path("response");
      assertThat(response.path("conversation_id").isNull()).isTrue();
      assertThat(response.path("metadata").toString()).isEqualTo("{\"purpose\":\"summary\"}");
      assertThat(response.path("output").path(0).path("content").path(0).path("text").asString())
          .isEqualTo("aside");
    }
  }

  @Test
  void inputStandsInThePlaceOfTheConversation() {
    try (Wire wire = engine.session()) {
      wire.send(ItemEventsTest.create("a", "first", null)).send(user("second"));
      wire.send(
          "{\"type\":\"response.create\",\"response\":{\"conversation\":\"none\",\"input\":[{\"type\":\"item_reference\",\"id\":\"a\"}]}}");
      assertThat(said(wire.until("response.done"))).isEqualTo("first");

      wire.send(
          "{\"type\":\"response.create\",\"response\":{\"input\":[],\"instructions\":\"Say exactly: well\"}}");
      List<JsonNode> joined = wire.until("response.done");
      assertThat(said(joined)).isEqualTo("well");
      assertThat(types(joined)).contains("conversation.item.added");

      wire.send(
          "{\"type\":\"response.create\",\"response\":{\"input\":[{\"type\":\"item_reference\",\"id\":\"zz\"}]}}");
      assertThat(wire.expect("error").path("error").path("param").asString())
          .isEqualTo("response.input[0].id");
    }
  }

  @Test
  void instructionsAndToolsOfAResponseHoldForItAlone() {
    try (Wire wire = engine.session()) {
      wire.send(update("\"instructions\":\"session\"")).send(user("x"));
      wire.send(
          "{\"type\":\"response.create\",\"response\":{\"instructions\":\"own\"," + TOOL + "}}");
      wire.until("response.done");
      wire.send(CREATE);
      wire.until("response.done");
      var prompts = new ArrayList<>(TestEngine.rehearsed().prompts);
      assertThat(prompts.get(prompts.size() - 2).instructions()).isEqualTo("own");
      assertThat(prompts.get(prompts.size() - 2).tools()).hasSize(1);
      assertThat(prompts.getLast().instructions()).isEqualTo("session");
      assertThat(prompts.getLast().tools()).isEmpty();
    }
  }

  @Test
  void anAnswerLongerThanItMayBeIsCut() {
    try (Wire wire = engine.session()) {
      wire.send(user("much too long an answer"));
      wire.send("{\"type\":\"response.create\",\"response\":{\"max_output_tokens\":2}}");
      List<JsonNode> events = wire.until("response.done");
      JsonNode response = events.getLast().path("response");
      assertThat(response.path("status").asString()).isEqualTo("incomplete");
      assertThat(response.path("status_details").path("reason").asString())
          .isEqualTo("max_output_tokens");
      assertThat(said(events)).isEqualTo("much too");
    }
  }

  @Test
  void aFilteredAnswerAndAFailedOneSayWhy() {
    try (Wire wire = engine.session()) {
      wire.send(user("filtered")).send(CREATE);
      JsonNode response = wire.until("response.done").getLast().path("response");
      assertThat(response.path("status_details").path("reason").asString())
          .isEqualTo("content_filter");

      wire.send(user("refuse")).send(CREATE);
      response = wire.until("response.done").getLast().path("response");
      assertThat(response.path("status").asString()).isEqualTo("failed");
      assertThat(response.path("status_details").path("error").path("code").asString())
          .isEqualTo("insufficient_quota");

      wire.send(user("crash")).send(CREATE);
      response = wire.until("response.done").getLast().path("response");
      assertThat(response.path("status_details").path("error").path("code").asString())
          .isEqualTo("server_error");
    }
  }

  @Test
  void whatAResponseCannotBeIsRefused() {
    for (String wrong :
        List.of(
            "{\"conversation\":\"other\"}",
            "{\"metadata\":{\"a\":1}}",
            "{\"metadata\":{\"" + "k".repeat(65) + "\":\"v\"}}",
            "{\"input\":\"text\"}",
            "{\"input\":[7]}",
            "{\"modalities\":[\"text\"]}",
            "7")) {
      try (Wire wire = engine.session()) {
        wire.send("{\"type\":\"response.create\",\"response\":" + wrong + "}");
        assertThat(wire.expect("error").path("error").path("code").asString())
            .as(wrong)
            .isIn("invalid_value", "unknown_parameter");
      }
    }
  }

  @Test
  void anItemDeletedWhileItGrowsDoesNotComeBack() {
    try (Wire wire = engine.session()) {
      wire.send(user("wait")).send(CREATE);
      String id =
          wire.until("response.output_item.added").getLast().path("item").path("id").asString();
      wire.send("{\"type\":\"conversation.item.delete\",\"item_id\":\"" + id + "\"}");
      wire.until("conversation.item.deleted");
      wire.send("{\"type\":\"response.cancel\"}");
      wire.until("response.done");
      wire.send("{\"type\":\"conversation.item.retrieve\",\"item_id\":\"" + id + "\"}");
      assertThat(wire.expect("error").path("error").path("code").asString())
          .isEqualTo("item_retrieve_invalid_item_id");
    }
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("type").asString()).toList();
  }

  private static String said(List<JsonNode> events) {
    return events.stream()
        .filter(event -> event.path("type").asString().equals("response.output_text.done"))
        .map(event -> event.path("text").asString())
        .findFirst()
        .orElse("");
  }
}
