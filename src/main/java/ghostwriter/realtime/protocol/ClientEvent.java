package ghostwriter.realtime.protocol;

import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.WireIds;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// An event a client may send, read as far as it can be without knowing the session.
sealed interface ClientEvent {
  record SessionUpdate(JsonNode session) implements ClientEvent {}

  /// @param previous the item to stand behind; `root` for the head, empty for the tail
  record ItemCreate(Item item, Optional<String> previous) implements ClientEvent {}

  record ItemRetrieve(String id) implements ClientEvent {}

  record ItemDelete(String id) implements ClientEvent {}

  /// @param audioEndMs milliseconds of the item's sound that were heard
  record ItemTruncate(String id, int contentIndex, int audioEndMs) implements ClientEvent {}

  record ResponseCreate(JsonNode response) implements ClientEvent {}

  record ResponseCancel(Optional<String> response) implements ClientEvent {}

  record AudioAppend() implements ClientEvent {}

  record AudioCommit() implements ClientEvent {}

  record AudioClear() implements ClientEvent {}

  /// Reads one event.
  ///
  /// @throws ProtocolError where it is none, or lacks what it needs
  static ClientEvent read(JsonNode json, WireIds ids) {
    if (!json.path("type").isString()) {
      throw new ProtocolError("invalid_event", null, "The 'type' field is missing.");
    }
    return switch (json.path("type").stringValue()) {
      case "session.update" -> new SessionUpdate(json.path("session"));
      case "conversation.item.create" ->
          new ItemCreate(ItemJson.read(json.path("item"), "item", ids), previous(json));
      case "conversation.item.retrieve" -> new ItemRetrieve(Fields.text(json, "", "item_id"));
      case "conversation.item.delete" -> new ItemDelete(Fields.text(json, "", "item_id"));
      case "conversation.item.truncate" ->
          new ItemTruncate(
              Fields.text(json, "", "item_id"),
              Fields.number(json, "content_index"),
              Fields.number(json, "audio_end_ms"));
      case "response.create" -> new ResponseCreate(json.path("response"));
      case "response.cancel" -> new ResponseCancel(optional(json, "response_id"));
      case "input_audio_buffer.append" -> new AudioAppend();
      case "input_audio_buffer.commit" -> new AudioCommit();
      case "input_audio_buffer.clear" -> new AudioClear();
      default -> throw unknownType();
    };
  }

  // An empty id counts as none, as the hosted service takes it.
  private static Optional<String> previous(JsonNode json) {
    return optional(json, "previous_item_id").filter(id -> !id.isEmpty());
  }

  private static Optional<String> optional(JsonNode json, String field) {
    return json.hasNonNull(field) ? Optional.of(Fields.text(json, "", field)) : Optional.empty();
  }

  private static ProtocolError unknownType() {
    return ProtocolError.value(
        "type",
        "one of 'session.update', 'input_audio_buffer.append', 'input_audio_buffer.commit',"
            + " 'input_audio_buffer.clear', 'conversation.item.create',"
            + " 'conversation.item.retrieve', 'conversation.item.truncate',"
            + " 'conversation.item.delete', 'response.create', 'response.cancel'");
  }
}
