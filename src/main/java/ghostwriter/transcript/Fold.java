package ghostwriter.transcript;

import ghostwriter.transcript.Sequence.Spot;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPSet;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/// A session's transcript as it follows from its raw events. Immutable: each event gives a new
/// fold, in time that hardly grows with the session. The same events give the same fold.
///
/// Items stand where the provider inserted them (`previous_item_id` as an insertion after an item,
/// not as a link to sort by) and never move. Connections follow each other.
public final class Fold {
  /// What one event led to.
  public record Step(Fold fold, List<TranscriptChange> changes) {
    public Step {
      changes = List.copyOf(changes);
    }
  }

  /// An item whose predecessor has not been seen.
  record Parked(int epoch, String item, String after) {
    Spot spot() {
      return new Spot(epoch, item);
    }
  }

  private static final Fold START =
      new Fold(
          HashTreePMap.empty(),
          Sequence.EMPTY,
          HashTreePMap.empty(),
          OrderedPSet.empty(),
          TreePMap.empty(),
          OrderedPSet.empty());

  final HashPMap<String, Facts> facts;
  final Sequence sequence;

  /// Items told again: their name on a connection, and the first one.
  final PMap<Sequence.Spot, String> replays;

  final OrderedPSet<Parked> parked;

  /// Shown items that readers do not have yet, by their number in the sequence.
  final TreePMap<Long, String> untold;

  /// Known items without a place, in the order in which they became known.
  final OrderedPSet<String> pending;

  Fold(
      HashPMap<String, Facts> facts,
      Sequence sequence,
      PMap<Sequence.Spot, String> replays,
      OrderedPSet<Parked> parked,
      TreePMap<Long, String> untold,
      OrderedPSet<String> pending) {
    this.facts = facts;
    this.sequence = sequence;
    this.replays = replays;
    this.parked = parked;
    this.untold = untold;
    this.pending = pending;
  }

  /// The fold of a session in which nothing has happened.
  public static Fold start() {
    return START;
  }

  public Step on(RawEvent raw) {
    List<TranscriptEvent> events = RealtimeReading.read(raw);
    return events.isEmpty()
        ? new Step(this, List.of())
        : new Folding(this, raw.epoch(), raw.at()).fold(events);
  }

  /// All items in order, deleted ones too.
  public List<FoldedItem> items() {
    return sequence.all().stream().flatMap(spot -> shown(spot).stream()).map(Facts::item).toList();
  }

  /// An item that has a place, by its first id or by the name it has on a connection.
  public Optional<FoldedItem> find(int epoch, String item) {
    String id = replays.getOrDefault(new Sequence.Spot(epoch, item), item);
    return Optional.ofNullable(facts.get(id)).filter(Facts::isShown).map(Facts::item);
  }

  /// Items that something is still waited for, in order.
  public List<FoldedItem> open() {
    return untold.values().stream()
        .flatMap(id -> Optional.ofNullable(facts.get(id)).stream())
        .filter(item -> !item.isSettled())
        .map(Facts::item)
        .toList();
  }

  /// Whether readers may have an item: it and all before it are settled.
  boolean isTold(String id) {
    return Optional.ofNullable(facts.get(id)).map(Facts::isTold).orElse(false);
  }

  /// The item at a spot; empty where nothing is shown there.
  Optional<Facts> shown(Sequence.Spot spot) {
    return replays.containsKey(spot)
        ? Optional.empty()
        : Optional.ofNullable(facts.get(spot.item()))
            .filter(item -> item.epoch() == spot.epoch() && item.isShown());
  }
}
