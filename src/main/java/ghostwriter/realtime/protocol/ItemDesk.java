package ghostwriter.realtime.protocol;

import ghostwriter.realtime.protocol.ClientEvent.ItemCreate;
import ghostwriter.realtime.protocol.ClientEvent.ItemTruncate;
import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Item.Part;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What clients do to the conversation's items.
final class ItemDesk {
  private final ItemList items;
  private final Outbox out;
  private final Queue<Item> waiting = new ArrayDeque<>();

  ItemDesk(ItemList items, Outbox out) {
    this.items = items;
    this.out = out;
  }

  /// Adds the item. One that goes to the tail while an answer is under way waits for its end, so
  /// that it stands behind the answer, as recorded sessions show.
  void create(ItemCreate create, boolean answering) {
    items.refuseDuplicate(create.item());
    if (create.previous().isPresent()) {
      tell(items.insertBehind(create.previous().get(), create.item()), create.item());
    } else if (answering) {
      waiting.add(create.item());
    } else {
      tell(items.append(create.item()), create.item());
    }
  }

  /// Adds what waited for the end of an answer.
  void settle() {
    while (!waiting.isEmpty()) {
      Item item = waiting.remove();
      try {
        tell(items.append(item), item);
      } catch (ProtocolError refused) {
        out.fail(refused);
      }
    }
  }

  private void tell(@Nullable String previous, Item item) {
    out.tell(inPlace("conversation.item.added", previous, item));
    out.tell(inPlace("conversation.item.done", previous, item));
  }

  private ObjectNode inPlace(String type, @Nullable String previous, Item item) {
    ObjectNode event = out.event(type).put("previous_item_id", previous);
    event.set("item", ItemJson.write(item));
    return event;
  }

  void retrieve(String id) {
    Item item = items.find(id).orElseThrow(() -> absent("retriev", "retrieve", id));
    ObjectNode event = out.event("conversation.item.retrieved");
    event.set("item", ItemJson.write(item));
    out.tell(event);
  }

  void delete(String id) {
    if (!items.remove(id)) {
      throw absent("delet", "delete", id);
    }
    out.tell(out.event("conversation.item.deleted").put("item_id", id));
  }

  /// Cuts a spoken answer to what was heard: its transcript goes, because nobody knows which words
  /// those were.
  void truncate(ItemTruncate truncate) {
    Item item =
        items.find(truncate.id()).orElseThrow(() -> absent("truncat", "truncate", truncate.id()));
    items.replace(withoutTranscript(item, truncate.contentIndex()));
    out.tell(
        out.event("conversation.item.truncated")
            .put("item_id", truncate.id())
            .put("content_index", truncate.contentIndex())
            .put("audio_end_ms", truncate.audioEndMs()));
  }

  private static Item withoutTranscript(Item item, int part) {
    if (item instanceof Item.Message message
        && part < message.parts().size()
        && message.parts().get(part) instanceof Item.OutputAudio) {
      List<Part> parts = List.of(new Item.OutputAudio(null));
      return new Item.Message(message.id(), message.role(), message.status(), parts);
    }
    throw new ProtocolError(
        "unsupported_content_type", null, "Only model output audio messages can be truncated");
  }

  private static ProtocolError absent(String stem, String verb, String id) {
    return new ProtocolError(
        "item_" + verb + "_invalid_item_id",
        "item_id",
        "Error %sing item: the item with id '%s' does not exist."
            .formatted(stem, ProtocolError.shown(id)));
  }
}
