package ghostwriter.interview.openai;

import ghostwriter.interview.LineCommand;
import ghostwriter.interview.ToolSchema;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Commands as client events of the Realtime protocol. Used by one thread at a time.
final class LineWriting {
  /// Before the purpose, in the id of the event that asks for a reply: errors may name it.
  private static final String ASKED = "reply:";

  /// Before the item, in the id of the event that adds one.
  private static final String ADDED = "item:";

  private final JsonMapper json;
  private String rules = "";

  LineWriting(JsonMapper json) {
    this.json = json;
  }

  /// What the reply was asked for that the event with this id asked for.
  static Optional<String> purposeOf(String eventId) {
    return after(ASKED, eventId);
  }

  /// The item of ours that the event with this id adds.
  static Optional<String> itemOf(String eventId) {
    return after(ADDED, eventId);
  }

  private static Optional<String> after(String prefix, String eventId) {
    return Optional.of(eventId)
        .filter(id -> id.startsWith(prefix))
        .map(id -> id.substring(prefix.length()));
  }

  ObjectNode event(LineCommand command) {
    return switch (command) {
      case LineCommand.Configure configure -> configure(configure);
      case LineCommand.ClientSaid(String item, Words text) ->
          create(message(item, "user", "input_text", text));
      case LineCommand.SystemSaid(String item, Words text) ->
          create(message(item, "system", "input_text", text));
      case LineCommand.Replay(String item, boolean byClient, Words text) ->
          create(
              byClient
                  ? message(item, "user", "input_text", text)
                  : message(item, "assistant", "output_text", text));
      case LineCommand.ReplayCall call -> create(call(call));
      case LineCommand.ReplayAnswer(String item, String call, Words output) ->
          create(answer(call, output).put("id", item));
      case LineCommand.ToolAnswered(String call, Words output) -> create(answer(call, output));
      case LineCommand.Reply reply -> reply(reply);
      case LineCommand.Hush() -> typed("response.cancel");
    };
  }

  private ObjectNode typed(String type) {
    return json.createObjectNode().put("type", type);
  }

  private ObjectNode configure(LineCommand.Configure configure) {
    rules = configure.instructions().text();
    ObjectNode session = typed("realtime").put("instructions", rules);
    session.putArray("output_modalities").add("text");
    tools(session.putArray("tools"), configure.tools());
    session.put("tool_choice", "auto");
    return typed("session.update").set("session", session);
  }

  private void tools(ArrayNode array, List<ToolSchema> tools) {
    for (ToolSchema tool : tools) {
      array
          .addObject()
          .put("type", "function")
          .put("name", tool.name())
          .put("description", tool.description())
          .set("parameters", json.readTree(tool.parameters()));
    }
  }

  private ObjectNode create(ObjectNode item) {
    ObjectNode event = typed("conversation.item.create");
    if (item.path("id").isString()) {
      event.put("event_id", ADDED + item.path("id").asString());
    }
    return event.set("item", item);
  }

  private ObjectNode message(String id, String role, String part, Words text) {
    ObjectNode item =
        json.createObjectNode().put("id", id).put("type", "message").put("role", role);
    item.putArray("content").addObject().put("type", part).put("text", text.text());
    return item;
  }

  private ObjectNode call(LineCommand.ReplayCall replay) {
    return json.createObjectNode()
        .put("id", replay.item())
        .put("type", "function_call")
        .put("call_id", replay.call())
        .put("name", replay.tool())
        .put("arguments", replay.arguments());
  }

  private ObjectNode answer(String call, Words output) {
    return json.createObjectNode()
        .put("type", "function_call_output")
        .put("call_id", call)
        .put("output", output.text());
  }

  private ObjectNode reply(LineCommand.Reply reply) {
    ObjectNode response = json.createObjectNode();
    response.putObject("metadata").put("purpose", reply.purpose());
    reply.instructions().ifPresent(own -> response.put("instructions", withRules(own)));
    if (!reply.withTools()) {
      response.put("tool_choice", "none");
    }
    return typed("response.create")
        .put("event_id", ASKED + reply.purpose())
        .set("response", response);
  }

  /// A response's instructions stand in the place of the session's, which would forget who it is
  /// and how it speaks.
  private String withRules(Words own) {
    return rules.isEmpty() ? own.text() : rules + "\n\nFor this reply alone:\n" + own.text();
  }
}
