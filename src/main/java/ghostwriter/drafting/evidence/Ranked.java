package ghostwriter.drafting.evidence;

import ghostwriter.drafting.evidence.MeaningStore.Spot;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Through;
import ghostwriter.vocabulary.ItemId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A project's conversation with the ranking of its turns, as far as it was read. Immutable.
public final class Ranked {
  /// A passage with what it means.
  record Read(Passage passage, Spot spot, Meaning meaning) {}

  private final Through through;
  private final Locale language;
  private final List<ConversationItem> items;
  private final boolean byMeaning;
  private final List<Read> passages;
  private final Ranking ranking;

  /// @param byMeaning whether passages were read, where there are any
  Ranked(
      Through through,
      Locale language,
      List<ConversationItem> items,
      boolean byMeaning,
      List<Read> passages,
      Ranking ranking) {
    this.through = through;
    this.language = language;
    this.items = List.copyOf(items);
    this.byMeaning = byMeaning;
    this.passages = List.copyOf(passages);
    this.ranking = ranking;
  }

  /// A conversation in no project.
  ///
  /// @param items in order
  public static Ranked of(List<ConversationItem> items, Locale language, Meanings meanings) {
    var ranking = new Ranking(Utterance.of(items), language, meanings);
    return new Ranked(Through.NOTHING, language, items, false, List.of(), ranking);
  }

  /// All of it in order; the places in an order are places in this list.
  public List<ConversationItem> items() {
    return items;
  }

  public Ranking ranking() {
    return ranking;
  }

  /// Where an item stands; empty where it is no part of what is ranked.
  public Optional<Integer> place(ConversationItem item) {
    int place = Collections.binarySearch(items, item, ConversationItem.IN_ORDER);
    return place >= 0 && items.get(place).id().equals(item.id())
        ? Optional.of(place)
        : Optional.empty();
  }

  /// The same, read as far as that.
  Ranked upTo(Through later) {
    return with(later, items, passages, ranking);
  }

  /// The same, gone on.
  Ranked with(Through later, List<ConversationItem> all, List<Read> more, Ranking longer) {
    return new Ranked(later, language, all, byMeaning, more, longer);
  }

  Through through() {
    return through;
  }

  Locale language() {
    return language;
  }

  boolean byMeaning() {
    return byMeaning;
  }

  List<Read> passages() {
    return passages;
  }

  /// Whether nothing else has become of the conversation than that more was said.
  ///
  /// @param more what was told since, in order
  /// @param unsaid what must not be read any more
  boolean goesOnWith(List<ConversationItem> more, Set<ItemId> unsaid) {
    boolean follows =
        items.isEmpty()
            || more.isEmpty()
            || ConversationItem.IN_ORDER.compare(items.getLast(), more.getFirst()) < 0;
    return follows
        && (unsaid.isEmpty() || items.stream().noneMatch(item -> unsaid.contains(item.id())));
  }

  /// How many passages stay as they are when more is said: those before the last one, and before
  /// the ones that share a turn with it.
  int settledPassages() {
    int settled = Math.max(0, passages.size() - 1);
    while (settled > 0
        && passages.get(settled - 1).passage().last() >= passages.get(settled).passage().first()) {
      settled--;
    }
    return settled;
  }
}
