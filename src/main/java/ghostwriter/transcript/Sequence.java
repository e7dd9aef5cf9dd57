package ghostwriter.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/// The order of a session, as an immutable list that can be inserted into anywhere: each spot has a
/// number, far enough from its neighbours that another fits between. Only where one place was
/// inserted into some thirty times running are the numbers dealt anew.
///
/// Connections follow each other, each with its own beginning. What a connection was told again
/// stands in its order too, as a spot that is not shown.
record Sequence(
    TreePMap<Long, Sequence.Spot> spots,
    HashPMap<Sequence.Spot, Long> numbers,
    TreePSet<Integer> epochs) {
  private static final long GAP = 1L << 32;

  /// An item on a connection; the empty name is the connection's beginning.
  record Spot(int epoch, String item) {
    static Spot beginning(int epoch) {
      return new Spot(epoch, "");
    }

    boolean isBeginning() {
      return item.isEmpty();
    }
  }

  static final Sequence EMPTY =
      new Sequence(TreePMap.empty(), HashTreePMap.empty(), TreePSet.empty());

  boolean has(Spot spot) {
    return numbers.containsKey(spot);
  }

  long number(Spot spot) {
    return Optional.ofNullable(numbers.get(spot)).orElseThrow();
  }

  Spot at(long number) {
    return Optional.ofNullable(spots.get(number)).orElseThrow();
  }

  /// With the beginning of a connection, after all of the connections before it.
  Sequence opened(int epoch) {
    Spot beginning = Spot.beginning(epoch);
    return has(beginning)
        ? this
        : endOf(epoch).map(it -> after(it, beginning)).orElse(first(beginning));
  }

  private Sequence first(Spot spot) {
    Optional<Long> next = spots.isEmpty() ? Optional.empty() : Optional.of(spots.firstKey());
    return with(spot, next.map(number -> number - GAP).orElse(0L));
  }

  /// The last spot of a connection and those before it; empty where there is none.
  Optional<Spot> endOf(int epoch) {
    return nextBeginning(epoch)
        .map(next -> Optional.ofNullable(spots.lowerEntry(next)))
        .orElseGet(() -> spots.isEmpty() ? Optional.empty() : Optional.of(spots.lastEntry()))
        .map(Map.Entry::getValue);
  }

  private Optional<Long> nextBeginning(int epoch) {
    return Optional.ofNullable(epochs.higher(epoch)).map(next -> number(Spot.beginning(next)));
  }

  /// With a spot directly after another one.
  Sequence after(Spot previous, Spot spot) {
    long low = number(previous);
    Map.Entry<Long, Spot> next = spots.higherEntry(low);
    if (next == null) {
      return with(spot, low + GAP);
    }
    long middle = low + (next.getKey() - low) / 2;
    return middle == low ? dealtAnew().after(previous, spot) : with(spot, middle);
  }

  private Sequence with(Spot spot, long number) {
    return new Sequence(
        spots.plus(number, spot),
        numbers.plus(spot, number),
        spot.isBeginning() ? epochs.plus(spot.epoch()) : epochs);
  }

  private Sequence dealtAnew() {
    Sequence dealt = EMPTY;
    long number = 0;
    for (Spot spot : spots.values()) {
      dealt = dealt.with(spot, number);
      number += GAP;
    }
    return dealt;
  }

  /// All spots in order.
  List<Spot> all() {
    return new ArrayList<>(spots.values());
  }

  /// The spot before another one.
  Optional<Spot> before(Spot spot) {
    return Optional.ofNullable(spots.lowerEntry(number(spot))).map(Map.Entry::getValue);
  }
}
