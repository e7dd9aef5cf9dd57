package ghostwriter.realtime.chat;

import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Item.FunctionCall;
import ghostwriter.realtime.responder.Item.FunctionOutput;
import ghostwriter.realtime.responder.Item.Message;
import ghostwriter.realtime.responder.Item.Status;
import ghostwriter.realtime.responder.Prompt;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A prompt in the Chat Completions form.
///
/// Many servers take one system message only, and only at the head; later ones go in as the user's,
/// marked as notes. Every call is followed at once by what the tool answered, because the form asks
/// for that.
final class ChatRequest {
  private static final String NOTE = "(Note of the system, not said by the client) ";
  private static final String PENDING = "{\"status\":\"pending\"}";

  private final List<Item> items;
  private final ArrayNode messages = JsonNodeFactory.instance.arrayNode();

  private ChatRequest(Prompt prompt) {
    items = prompt.items();
    addInstructions(prompt.instructions());
    for (int i = 0; i < items.size(); i++) {
      add(i);
    }
  }

  static ObjectNode of(String model, Prompt prompt) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("model", model).put("stream", true);
    request.putObject("stream_options").put("include_usage", true);
    request.set("messages", new ChatRequest(prompt).messages);
    prompt.maxOutputTokens().ifPresent(max -> request.put("max_tokens", max));
    if (prompt.mayCall() && !prompt.tools().isEmpty()) {
      addTools(request, prompt);
    }
    return request;
  }

  private static void addTools(ObjectNode request, Prompt prompt) {
    ArrayNode tools = request.putArray("tools");
    prompt
        .tools()
        .forEach(tool -> {
          ObjectNode function = tools.addObject().put("type", "function").putObject("function");
          function.put("name", tool.name()).put("description", tool.description());
          if (tool.parameters().isObject()) {
            function.set("parameters", tool.parameters());
          }
        });
    JsonNode choice = prompt.toolChoice();
    if (choice.isObject()) {
      ObjectNode named = request.putObject("tool_choice").put("type", "function");
      named.putObject("function").put("name", choice.path("name").asString());
    } else if (choice.asString("auto").equals("required")) {
      request.put("tool_choice", "required");
    }
  }

  private void addInstructions(String instructions) {
    Stream<String> leading =
        items.stream().takeWhile(ChatRequest::isSystem).map(item -> ((Message) item).text());
    String head =
        Stream.concat(Stream.of(instructions), leading)
            .filter(text -> !text.isBlank())
            .reduce((a, b) -> a + "\n\n" + b)
            .orElse("");
    if (!head.isEmpty()) {
      message("system", head);
    }
  }

  private static boolean isSystem(Item item) {
    return item instanceof Message message && message.role() == Item.Role.SYSTEM;
  }

  private void add(int place) {
    switch (items.get(place)) {
      case Message message -> addMessage(message, place);
      case FunctionCall call when startsCalls(place) -> addCalls(place, call);
      // Stands with the call before it, or behind the call it answers.
      case FunctionCall _, FunctionOutput _ -> {}
    }
  }

  private void addMessage(Message message, int place) {
    String text = message.text();
    if (text.isBlank()) {
      return;
    }
    switch (message.role()) {
      case USER -> message("user", text);
      case ASSISTANT -> message("assistant", text);
      case SYSTEM -> {
        boolean leading = items.subList(0, place).stream().allMatch(ChatRequest::isSystem);
        if (!leading) {
          message("user", NOTE + text);
        }
      }
    }
  }

  private ObjectNode message(String role, String text) {
    return messages.addObject().put("role", role).put("content", text);
  }

  private boolean startsCalls(int place) {
    return place == 0 || !(items.get(place - 1) instanceof FunctionCall);
  }

  private void addCalls(int place, FunctionCall first) {
    List<FunctionCall> calls =
        Stream.concat(Stream.of(first), items.stream().skip(place + 1L))
            .takeWhile(FunctionCall.class::isInstance)
            .map(FunctionCall.class::cast)
            .filter(call -> call.status() == Status.COMPLETED)
            .toList();
    if (calls.isEmpty()) {
      return;
    }
    ObjectNode message = messages.addObject().put("role", "assistant");
    message.putNull("content");
    ArrayNode list = message.putArray("tool_calls");
    calls.forEach(call ->
        list.addObject()
            .put("id", call.callId())
            .put("type", "function")
            .putObject("function")
            .put("name", call.name())
            .put("arguments", call.arguments()));
    calls.forEach(call ->
        messages
            .addObject()
            .put("role", "tool")
            .put("tool_call_id", call.callId())
            .put("content", output(call.callId())));
  }

  private String output(String callId) {
    return items.stream()
        .filter(FunctionOutput.class::isInstance)
        .map(FunctionOutput.class::cast)
        .filter(output -> Objects.equals(output.callId(), callId))
        .map(FunctionOutput::output)
        .findFirst()
        .orElse(PENDING);
  }
}
