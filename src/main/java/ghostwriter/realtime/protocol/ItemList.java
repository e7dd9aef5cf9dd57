package ghostwriter.realtime.protocol;

import ghostwriter.realtime.responder.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The conversation's items in their order. A change finds its place at once: "behind X" means
/// directly behind X at that moment.
final class ItemList {
  /// What one conversation holds at most.
  static final int CAPACITY = 10_000;

  private static final String HEAD = "root";

  private final List<Item> items = new ArrayList<>();

  List<Item> all() {
    return List.copyOf(items);
  }

  Optional<Item> find(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /// Adds at the tail and tells the id of the item before it.
  @Nullable String append(Item item) {
    return insert(item, items.size());
  }

  /// Adds directly behind `previous`, or at the head for `root`.
  @Nullable String insertBehind(String previous, Item item) {
    if (previous.equals(HEAD)) {
      return insert(item, 0);
    }
    int place = indexOf(previous);
    if (place < 0) {
      throw new ProtocolError(
          "item_create_invalid_previous_item_id",
          "previous_item_id",
          "Error adding item: the previous item with id '%s' does not exist."
              .formatted(ProtocolError.shown(previous)));
    }
    return insert(item, place + 1);
  }

  private @Nullable String insert(Item item, int place) {
    refuseDuplicate(item);
    if (items.size() >= CAPACITY) {
      throw new ProtocolError(
          "conversation_too_long", "item", "The conversation holds no more than 10000 items.");
    }
    items.add(place, item);
    return place == 0 ? null : items.get(place - 1).id();
  }

  void refuseDuplicate(Item item) {
    if (indexOf(item.id()) >= 0) {
      throw new ProtocolError(
          "item_create_duplicate_item_id",
          "item.id",
          "Error adding item: an item with id '%s' already exists.".formatted(item.id()));
    }
  }

  /// Puts a later form of an item in the place of the earlier one, unless it was deleted meanwhile.
  void replace(Item item) {
    int place = indexOf(item.id());
    if (place >= 0) {
      items.set(place, item);
    }
  }

  /// The id of the item before this one; null at the head and for one that is not there.
  @Nullable String before(String id) {
    int place = indexOf(id);
    return place <= 0 ? null : items.get(place - 1).id();
  }

  boolean remove(String id) {
    return items.removeIf(item -> item.id().equals(id));
  }

  // Most questions are about the newest items.
  private int indexOf(String id) {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
