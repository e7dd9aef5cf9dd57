package ghostwriter.drafting.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Which turns hold a term. Immutable; one that is carried on shares what was there before: its
/// parts are joined only when they are of like size, as in a log-structured merge tree (O'Neil et
/// al. 1996), so that a turn is moved some ten times in a long life and an addition costs little.
final class Postings {
  static final Postings NONE = new Postings(List.of(), 0);

  /// @param first the first of its turns
  /// @param places of a term: the turns that hold it in order, one entry an occurrence
  private record Part(int first, int turns, Map<String, int[]> places) {
    /// @param from the first turn that matters
    int[] places(String term, int from) {
      int[] all = places.getOrDefault(term, NOWHERE);
      return from <= first ? all : Arrays.stream(all).dropWhile(turn -> turn < from).toArray();
    }
  }

  private static final int[] NOWHERE = {};

  private final List<Part> parts;
  private final int turns;

  private Postings(List<Part> parts, int turns) {
    this.parts = parts;
    this.turns = turns;
  }

  int turns() {
    return turns;
  }

  /// The turns that hold a term in order, one entry an occurrence.
  ///
  /// @param from the first turn that matters
  int[] places(String term, int from) {
    int[] places = NOWHERE;
    for (Part part : parts) {
      if (part.first + part.turns > from) {
        places = joined(places, part.places(term, from));
      }
    }
    return places;
  }

  /// @param more the terms of the next turns, a list each
  Postings with(List<List<String>> more) {
    List<Part> grown = new ArrayList<>(parts);
    grown.add(part(more, turns));
    while (grown.size() > 1 && grown.get(grown.size() - 2).turns < 2 * grown.getLast().turns) {
      Part last = grown.removeLast();
      grown.add(joined(grown.removeLast(), last));
    }
    return new Postings(List.copyOf(grown), turns + more.size());
  }

  private static Part part(List<List<String>> terms, int first) {
    Map<String, IntStream.Builder> places = new HashMap<>();
    for (int turn = 0; turn < terms.size(); turn++) {
      for (String term : terms.get(turn)) {
        places.computeIfAbsent(term, _ -> IntStream.builder()).add(first + turn);
      }
    }
    Map<String, int[]> packed = new HashMap<>();
    places.forEach((term, turns) -> packed.put(term, turns.build().toArray()));
    return new Part(first, terms.size(), packed);
  }

  private static Part joined(Part earlier, Part later) {
    Map<String, int[]> places = new HashMap<>(earlier.places);
    later.places.forEach((term, turns) -> places.merge(term, turns, Postings::joined));
    return new Part(earlier.first, earlier.turns + later.turns, places);
  }

  private static int[] joined(int[] earlier, int[] later) {
    if (earlier.length == 0 || later.length == 0) {
      return earlier.length == 0 ? later : earlier;
    }
    int[] all = Arrays.copyOf(earlier, earlier.length + later.length);
    System.arraycopy(later, 0, all, earlier.length, later.length);
    return all;
  }
}
