package ghostwriter.realtime.protocol;

import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Prompt;
import ghostwriter.realtime.responder.WireIds;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What one response is to be like: the session's settings under the request's own.
///
/// @param joins whether it belongs to the conversation; otherwise it leaves no trace there
/// @param metadata what the client wants to read again on the response; null where nothing
record ResponseTerms(
    boolean joins,
    Modality modality,
    JsonNode maxOutputTokens,
    ObjectNode audio,
    JsonNode metadata,
    Prompt prompt) {

  /// @param request the `response` of a `response.create`; may be missing
  /// @throws ProtocolError where it asks for what cannot be
  static ResponseTerms of(
      JsonNode request, SessionSettings session, ItemList conversation, WireIds ids) {
    JsonNode own = request.isMissingNode() || request.isNull() ? Outbox.JSON.objectNode() : request;
    SettingsRules.checkResponse(own);
    JsonNode max =
        own.has("max_output_tokens") ? own.path("max_output_tokens") : session.maxOutputTokens();
    return new ResponseTerms(
        !own.path("conversation").asString("auto").equals("none"),
        own.has("output_modalities")
            ? SessionSettings.modality(own.path("output_modalities"))
            : session.modality(),
        max,
        audio(own, session),
        own.has("metadata") ? own.path("metadata").deepCopy() : Outbox.JSON.nullNode(),
        new Prompt(
            session.model(),
            own.path("instructions").asString(session.instructions()),
            own.has("tools") ? SessionSettings.tools(own.path("tools")) : session.tools(),
            own.has("tool_choice") ? own.path("tool_choice").deepCopy() : session.toolChoice(),
            items(own, conversation, ids),
            SessionSettings.limit(max)));
  }

  private static List<Item> items(JsonNode own, ItemList conversation, WireIds ids) {
    JsonNode input = own.path("input");
    if (!input.isArray()) {
      return conversation.all();
    }
    List<Item> items = new ArrayList<>();
    for (JsonNode item : input) {
      items.add(item(item, "response.input[" + items.size() + "]", conversation, ids));
    }
    return items;
  }

  private static Item item(JsonNode json, String path, ItemList conversation, WireIds ids) {
    if (!json.path("type").asString("").equals("item_reference")) {
      return ItemJson.read(json, path, ids);
    }
    String id = Fields.text(json, path, "id");
    return conversation
        .find(id)
        .orElseThrow(
            () -> ProtocolError.value(path + ".id", "the id of an item of this conversation"));
  }

  private static ObjectNode audio(JsonNode own, SessionSettings session) {
    ObjectNode audio = session.outputAudio();
    ObjectNode output = audio.withObject("/output");
    JsonNode asked = own.path("audio").path("output");
    asked.properties().forEach(field -> output.set(field.getKey(), field.getValue().deepCopy()));
    return audio;
  }
}
