package ghostwriter.realtime.protocol;

import static ghostwriter.realtime.protocol.Fields.text;

import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Item.Part;
import ghostwriter.realtime.responder.Item.Role;
import ghostwriter.realtime.responder.Item.Status;
import ghostwriter.realtime.responder.WireIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Items as they stand on the wire. No `object` field; `transcript` is always there, null included:
/// official clients depend on both.
final class ItemJson {
  private static final int MAX_ID = 32;

  private ItemJson() {}

  static ObjectNode write(Item item) {
    ObjectNode json = Outbox.JSON.objectNode().put("id", item.id());
    return switch (item) {
      case Item.Message message -> writeMessage(json, message);
      case Item.FunctionCall call ->
          json.put("type", "function_call")
              .put("status", word(call.status()))
              .put("name", call.name())
              .put("call_id", call.callId())
              .put("arguments", call.arguments());
      case Item.FunctionOutput output ->
          json.put("type", "function_call_output")
              .put("call_id", output.callId())
              .put("output", output.output());
    };
  }

  private static ObjectNode writeMessage(ObjectNode json, Item.Message message) {
    json.put("type", "message")
        .put("status", word(message.status()))
        .put("role", word(message.role()));
    var content = json.putArray("content");
    message.parts().forEach(part -> content.add(writePart(part)));
    return json;
  }

  private static ObjectNode writePart(Part part) {
    ObjectNode json = Outbox.JSON.objectNode();
    return switch (part) {
      case Item.InputText(var text) -> json.put("type", "input_text").put("text", text);
      case Item.OutputText(var text) -> json.put("type", "output_text").put("text", text);
      case Item.InputAudio(var transcript) ->
          json.put("type", "input_audio").put("transcript", transcript);
      case Item.OutputAudio(var transcript) ->
          json.put("type", "output_audio").put("transcript", transcript);
      case Item.InputImage(var url, var detail) ->
          json.put("type", "input_image").put("image_url", url).put("detail", detail);
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// Reads an item of a client's.
  ///
  /// @param path where it stands in the event, for the error
  static Item read(JsonNode json, String path, WireIds ids) {
    if (!json.isObject()) {
      throw json.isMissingNode() || json.isNull()
          ? ProtocolError.missing(path)
          : ProtocolError.value(path, "an object");
    }
    String id = id(json, path, ids);
    return switch (text(json, path, "type")) {
      case "message" -> readMessage(id, json, path);
      case "function_call" ->
          new Item.FunctionCall(
              id,
              Status.COMPLETED,
              text(json, path, "name"),
              json.hasNonNull("call_id") ? bounded(json, path, "call_id") : ids.next("call"),
              text(json, path, "arguments"));
      case "function_call_output" ->
          new Item.FunctionOutput(id, bounded(json, path, "call_id"), text(json, path, "output"));
      default ->
          throw ProtocolError.value(
              path + ".type", "one of 'message', 'function_call', 'function_call_output'");
    };
  }

  private static String id(JsonNode json, String path, WireIds ids) {
    return json.hasNonNull("id") && !json.path("id").asString("").isEmpty()
        ? bounded(json, path, "id")
        : ids.next("item");
  }

  private static String bounded(JsonNode json, String path, String field) {
    String id = text(json, path, field);
    if (id.length() > MAX_ID) {
      throw ProtocolError.tooLong(path + "." + field, MAX_ID, id.length());
    }
    return id;
  }

  private static Item readMessage(String id, JsonNode json, String path) {
    Role role =
        switch (text(json, path, "role")) {
          case "system" -> Role.SYSTEM;
          case "user" -> Role.USER;
          case "assistant" -> Role.ASSISTANT;
          default ->
              throw ProtocolError.value(path + ".role", "one of 'system', 'user', 'assistant'");
        };
    JsonNode content = json.path("content");
    if (!content.isArray()) {
      throw ProtocolError.missing(path + ".content");
    }
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : content) {
      parts.add(readPart(role, part, path + ".content[" + parts.size() + "]"));
    }
    return new Item.Message(id, role, Status.COMPLETED, parts);
  }

  private static Part readPart(Role role, JsonNode json, String path) {
    String type = text(json, path, "type");
    boolean user = role == Role.USER;
    boolean assistant = role == Role.ASSISTANT;
    if (assistant && type.equals("output_text")) {
      return new Item.OutputText(text(json, path, "text"));
    } else if (!assistant && type.equals("input_text")) {
      return new Item.InputText(text(json, path, "text"));
    } else if (user && type.equals("input_audio")) {
      return new Item.InputAudio(transcript(json));
    } else if (user && type.equals("input_image")) {
      return new Item.InputImage(
          text(json, path, "image_url"), json.path("detail").asString("auto"));
    }
    throw ProtocolError.value(path + ".type", "a content type of this role");
  }

  private static @Nullable String transcript(JsonNode json) {
    JsonNode transcript = json.path("transcript");
    return transcript.isString() ? transcript.stringValue() : null;
  }
}
