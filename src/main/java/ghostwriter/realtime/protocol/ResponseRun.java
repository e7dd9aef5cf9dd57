package ghostwriter.realtime.protocol;

import ghostwriter.realtime.protocol.OutputItem.Call;
import ghostwriter.realtime.protocol.OutputItem.Spoken;
import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Item.Status;
import ghostwriter.realtime.responder.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One response from `response.created` to `response.done`, with the order of events that recorded
/// sessions show: items open as they come to mind and are closed in their order at the end, an
/// item's `conversation.item.done` before its `response.output_item.done`.
final class ResponseRun {
  private final String id;
  private final @Nullable String conversation;
  private final ResponseTerms terms;
  private final ItemList items;
  private final Outbox out;
  private final List<OutputItem> output = new ArrayList<>();
  private final List<Item> closed = new ArrayList<>();
  private final Map<String, @Nullable String> predecessors = new HashMap<>();

  ResponseRun(String id, String conversation, ResponseTerms terms, ItemList items, Outbox out) {
    this.id = id;
    this.conversation = terms.joins() ? conversation : null;
    this.terms = terms;
    this.items = items;
    this.out = out;
  }

  String id() {
    return id;
  }

  boolean joins() {
    return terms.joins();
  }

  void begin() {
    out.tell(withResponse("response.created", "in_progress", null, null));
    out.ask(id, terms.prompt());
  }

  /// More of what is said; false where the answer has become as long as it may.
  boolean speak(String delta) {
    String fits = fitting(delta);
    if (!fits.isEmpty()) {
      Spoken spoken = spoken();
      spoken.text.append(fits);
      out.tell(at(terms.modality().event() + ".delta", spoken).put("delta", fits));
    }
    return fits.length() == delta.length();
  }

  private String fitting(String delta) {
    int written = output.stream().mapToInt(item -> item.text.length()).sum();
    long room =
        terms.prompt().maxOutputTokens().orElse(Integer.MAX_VALUE) * (long) Tokens.CHARACTERS;
    return delta.substring(0, Math.clamp(room - written, 0, delta.length()));
  }

  private Spoken spoken() {
    return output.stream()
        .filter(Spoken.class::isInstance)
        .map(Spoken.class::cast)
        .findFirst()
        .orElseGet(this::beginSpeaking);
  }

  private Spoken beginSpeaking() {
    var spoken = new Spoken(out.ids().next("item"), output.size(), terms.modality());
    open(spoken);
    out.tell(withPart("response.content_part.added", spoken, ""));
    return spoken;
  }

  void call(Piece.CallBegun begun) {
    open(new Call(out.ids().next("item"), output.size(), begun.callId(), begun.name()));
  }

  void arguments(Piece.CallArguments more) {
    output.stream()
        .filter(item -> item instanceof Call call && call.callId.equals(more.callId()))
        .findFirst()
        .ifPresent(call -> {
          call.text.append(more.delta());
          out.tell(
              plain("response.function_call_arguments.delta", call)
                  .put("call_id", more.callId())
                  .put("delta", more.delta()));
        });
  }

  private void open(OutputItem item) {
    output.add(item);
    Item begun = item.at(Status.IN_PROGRESS);
    out.tell(withItem("response.output_item.added", item, begun));
    if (joins()) {
      predecessors.put(item.id, items.append(begun));
      out.tell(inConversation("conversation.item.added", begun));
    }
  }

  void finish(Optional<Piece.Usage> usage) {
    end(Status.COMPLETED, "completed", null, usage);
  }

  /// Cut for `reason`: the answer stands as far as it came.
  void cut(String reason, Optional<Piece.Usage> usage) {
    end(Status.INCOMPLETE, "incomplete", details("incomplete").put("reason", reason), usage);
  }

  void cancel(String reason) {
    ObjectNode details = details("cancelled").put("reason", reason);
    end(Status.INCOMPLETE, "cancelled", details, Optional.empty());
  }

  void fail(String code, String message) {
    ObjectNode details = details("failed");
    details
        .putObject("error")
        .put("type", "server_error")
        .put("code", code)
        .put("message", message);
    end(Status.INCOMPLETE, "failed", details, Optional.empty());
  }

  private void end(
      Status itemStatus, String status, @Nullable ObjectNode details, Optional<Piece.Usage> usage) {
    output.forEach(item -> close(item, itemStatus));
    out.tell(withResponse("response.done", status, details, usageJson(usage)));
  }

  private void close(OutputItem open, Status status) {
    Item item = open.at(status);
    switch (open) {
      case Spoken spoken -> closeWords(spoken);
      case Call call when status == Status.COMPLETED -> closeArguments(call);
      // Half of a call's arguments must look finished to nobody.
      case Call _ -> {}
    }
    closed.add(item);
    if (joins()) {
      items.replace(item);
      out.tell(inConversation("conversation.item.done", item));
    }
    out.tell(withItem("response.output_item.done", open, item));
  }

  private void closeWords(Spoken spoken) {
    String words = spoken.text.toString();
    if (terms.modality() == Modality.AUDIO) {
      out.tell(at("response.output_audio.done", spoken));
    }
    out.tell(at(terms.modality().event() + ".done", spoken).put(terms.modality().field(), words));
    out.tell(withPart("response.content_part.done", spoken, words));
  }

  private void closeArguments(Call call) {
    out.tell(
        plain("response.function_call_arguments.done", call)
            .put("call_id", call.callId)
            .put("name", call.name)
            .put("arguments", call.text.toString()));
  }

  private ObjectNode plain(String type, OutputItem item) {
    return out.event(type)
        .put("response_id", id)
        .put("item_id", item.id)
        .put("output_index", item.index);
  }

  private ObjectNode at(String type, OutputItem item) {
    return plain(type, item).put("content_index", 0);
  }

  private ObjectNode withPart(String type, Spoken spoken, String words) {
    ObjectNode event = at(type, spoken);
    event
        .putObject("part")
        .put("type", terms.modality().wire())
        .put(terms.modality().field(), words);
    return event;
  }

  private ObjectNode withItem(String type, OutputItem open, Item item) {
    ObjectNode event = out.event(type).put("response_id", id).put("output_index", open.index);
    event.set("item", ItemJson.write(item));
    return event;
  }

  private ObjectNode inConversation(String type, Item item) {
    ObjectNode event = out.event(type).put("previous_item_id", predecessors.get(item.id()));
    event.set("item", ItemJson.write(item));
    return event;
  }

  private ObjectNode withResponse(
      String type, String status, @Nullable ObjectNode details, @Nullable ObjectNode usage) {
    ObjectNode event = out.event(type);
    ObjectNode response =
        event.putObject("response").put("object", "realtime.response").put("id", id);
    response.put("status", status).set("status_details", details);
    ArrayNode outputs = response.putArray("output");
    closed.forEach(item -> outputs.add(ItemJson.write(item)));
    response
        .put("conversation_id", conversation)
        .putArray("output_modalities")
        .add(terms.modality().wire());
    response.set("max_output_tokens", terms.maxOutputTokens());
    response.set("audio", terms.audio());
    response.set("usage", usage);
    response.set("metadata", terms.metadata());
    return event;
  }

  private static ObjectNode details(String type) {
    return Outbox.JSON.objectNode().put("type", type);
  }

  private ObjectNode usageJson(Optional<Piece.Usage> counted) {
    int written = output.stream().mapToInt(item -> Tokens.of(item.text.toString())).sum();
    Piece.Usage usage =
        counted.orElseGet(() -> new Piece.Usage(Tokens.of(terms.prompt()), 0, written));
    ObjectNode json =
        Outbox.JSON
            .objectNode()
            .put("total_tokens", usage.input() + usage.output())
            .put("input_tokens", usage.input())
            .put("output_tokens", usage.output());
    ObjectNode input = json.putObject("input_token_details");
    input.put("text_tokens", usage.input()).put("audio_tokens", 0).put("image_tokens", 0);
    input.put("cached_tokens", usage.cached());
    input
        .putObject("cached_tokens_details")
        .put("text_tokens", usage.cached())
        .put("audio_tokens", 0)
        .put("image_tokens", 0);
    json.putObject("output_token_details")
        .put("text_tokens", usage.output())
        .put("audio_tokens", 0);
    return json;
  }
}
