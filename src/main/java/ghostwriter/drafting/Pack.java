package ghostwriter.drafting;

import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One section's evidence, filled turn by turn until its tokens are used up: never more than those.
/// It is for one thread.
final class Pack {
  /// Less of a turn than this, in tokens, says nothing.
  private static final int LEAST = 40;

  private final List<ConversationItem> conversation;
  private final Lengths lengths;
  private final SortedMap<Integer, ConversationItem> taken = new TreeMap<>();
  private final List<ConversationItem> apart = new ArrayList<>();
  private int left;

  /// @param tokens how many it holds
  Pack(List<ConversationItem> conversation, Lengths lengths, int tokens) {
    this.conversation = conversation;
    this.lengths = lengths;
    this.left = tokens;
  }

  /// Takes a turn that the section is made of, with the one before it, which tells what was being
  /// answered; of a turn that is longer than the room, as much as fits.
  void need(int place) {
    take(place);
    if (!taken.containsKey(place) && holdsMore()) {
      ConversationItem cut = cut(conversation.get(place));
      taken.put(place, cut);
      left -= cost(cut);
    }
  }

  /// Takes a turn where there is room, with the one before it where there is room for both.
  void take(int place) {
    ConversationItem item = conversation.get(place);
    if (taken.containsKey(place) || !fits(cost(item))) {
      return;
    }
    taken.put(place, item);
    left -= cost(item);
    if (comesWithTheOneBefore(conversation, place)) {
      takeAlone(place - 1);
    }
  }

  private void takeAlone(int place) {
    ConversationItem item = conversation.get(place);
    if (!taken.containsKey(place) && fits(cost(item))) {
      taken.put(place, item);
      left -= cost(item);
    }
  }

  /// Takes an item that is no part of the conversation that is ranked.
  void need(ConversationItem item) {
    if (fits(cost(item))) {
      apart.add(item);
      left -= cost(item);
    }
  }

  boolean isFull() {
    return left < LEAST;
  }

  /// Whether there is room for a turn, or for as much of it as says something.
  boolean holdsMore() {
    return left >= LEAST + Lengths.MARKUP;
  }

  /// How many tokens it has room for.
  int left() {
    return left;
  }

  /// What it holds, in the order of the conversation; nothing where none of it is the client's.
  List<ConversationItem> items() {
    List<ConversationItem> items = new ArrayList<>(taken.values());
    items.addAll(apart);
    items.sort(ConversationItem.IN_ORDER);
    return items.stream().anyMatch(ConversationItem::client) ? items : List.of();
  }

  private boolean fits(int cost) {
    return cost <= left;
  }

  /// Whether the turn before one tells what it answers.
  static boolean comesWithTheOneBefore(List<ConversationItem> conversation, int place) {
    return place > 0
        && conversation
            .get(place - 1)
            .id()
            .session()
            .equals(conversation.get(place).id().session());
  }

  private int cost(ConversationItem item) {
    return left == Packs.UNBOUNDED ? 0 : lengths.of(item);
  }

  /// The beginning of a turn, up to a word's end.
  private ConversationItem cut(ConversationItem item) {
    String text = item.text().text();
    int fitting = 0;
    int over = text.length();
    while (over - fitting > 1) {
      int middle = (fitting + over) / 2;
      if (Lengths.of(text.substring(0, middle)) <= left) {
        fitting = middle;
      } else {
        over = middle;
      }
    }
    int end = Math.max(text.lastIndexOf(' ', fitting), 0);
    return new ConversationItem(
        item.id(),
        item.turn(),
        item.revision(),
        item.role(),
        item.speaker(),
        item.client(),
        new Words(text.substring(0, end == 0 ? fitting : end)));
  }
}
