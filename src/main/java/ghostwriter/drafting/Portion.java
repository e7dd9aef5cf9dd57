package ghostwriter.drafting;

import ghostwriter.transcript.ConversationItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/// How much of what is new the sections' packs hold: the beginning of it. The rest waits for a
/// later update, so that each turn that concerns a section is in some pack once.
///
/// @param placed the turns that each section gets
/// @param unread the turns that wait
record Portion(List<List<Integer>> placed, Set<Integer> unread) {
  Portion {
    placed = List.copyOf(placed);
    unread = Set.copyOf(unread);
  }

  /// Where the packs have no room at all: whatever concerns a section waits.
  static Portion nothingOf(List<List<Integer>> placed) {
    Set<Integer> unread = new HashSet<>();
    placed.forEach(unread::addAll);
    return new Portion(placed.stream().map(_ -> List.<Integer>of()).toList(), unread);
  }

  /// Those of these turns that do not wait.
  List<Integer> readOf(List<Integer> turns) {
    return turns.stream().filter(turn -> !unread.contains(turn)).toList();
  }

  /// How much a turn has to do with a section.
  @FunctionalInterface
  interface Fit {
    double of(int section, int turn);
  }

  /// Each turn gets room in the section that it fits best of those that have some, and then, where
  /// room is left, in the others that it concerns. Turns that are asked for come before all others,
  /// and hold nothing up where there is no room for them. Something always has room: the first turn
  /// of a section is let in, however long.
  ///
  /// @param turns the places of all that is to be placed, in the order it was told
  /// @param first those of them that are asked for
  /// @param placed the turns that concern each section
  static Portion of(
      List<Integer> turns, Set<Integer> first, List<List<Integer>> placed, Fit fit, Size size) {
    var packing = new Packing(placed, fit, size);
    List<Integer> asked = turns.stream().filter(first::contains).toList();
    List<Integer> others = turns.stream().filter(turn -> !first.contains(turn)).toList();
    Set<Integer> unread = new HashSet<>();
    asked.stream().filter(turn -> !packing.takes(turn)).forEach(unread::add);
    int read = 0;
    while (read < others.size() && packing.takes(others.get(read))) {
      read++;
    }
    unread.addAll(others.subList(read, others.size()));
    asked.stream().filter(turn -> !unread.contains(turn)).forEach(packing::spread);
    others.subList(0, read).forEach(packing::spread);
    return new Portion(packing.placed(), unread);
  }

  private static final class Packing {
    private final Map<Integer, List<Integer>> sections = new HashMap<>();
    private final List<Room> rooms;

    Packing(List<List<Integer>> placed, Fit fit, Size size) {
      this.rooms = placed.stream().map(_ -> new Room(size)).toList();
      for (int s = 0; s < placed.size(); s++) {
        int section = s;
        placed
            .get(s)
            .forEach(turn -> sections.computeIfAbsent(turn, _ -> new ArrayList<>()).add(section));
      }
      sections.forEach(
          (turn, its) -> its.sort(Comparator.comparingDouble(section -> -fit.of(section, turn))));
    }

    /// Whether a section that the turn concerns has room for it; there is nothing to do for one
    /// that concerns none.
    boolean takes(int turn) {
      List<Integer> its = sections.getOrDefault(turn, List.of());
      return its.isEmpty() || its.stream().anyMatch(section -> rooms.get(section).takes(turn));
    }

    void spread(int turn) {
      sections.getOrDefault(turn, List.of()).forEach(section -> rooms.get(section).takes(turn));
    }

    List<List<Integer>> placed() {
      return rooms.stream().map(room -> List.copyOf(room.turns)).toList();
    }
  }

  /// How much a pack holds, and what a turn takes of it, in tokens.
  ///
  /// @param before the place of the turn that comes with one, or -1
  record Size(int tokens, IntUnaryOperator cost, IntUnaryOperator before) {
    static Size of(List<ConversationItem> conversation, Lengths lengths, int tokens) {
      return new Size(
          tokens,
          turn -> lengths.of(conversation.get(turn)),
          turn -> Pack.comesWithTheOneBefore(conversation, turn) ? turn - 1 : -1);
    }
  }

  private static final class Room {
    private final Size size;
    private final Set<Integer> held = new HashSet<>();
    private final Set<Integer> turns = new LinkedHashSet<>();
    private int left;

    Room(Size size) {
      this.size = size;
      this.left = size.tokens();
    }

    /// @return whether it has the turn now
    boolean takes(int turn) {
      if (turns.contains(turn)) {
        return true;
      }
      int before = size.before().applyAsInt(turn);
      int cost = cost(turn) + (before < 0 ? 0 : cost(before));
      if (cost <= left) {
        held.addAll(before < 0 ? Set.of(turn) : Set.of(turn, before));
        left -= cost;
      } else if (turns.isEmpty()) {
        left = 0;
      } else {
        return false;
      }
      turns.add(turn);
      return true;
    }

    /// What is there already as the one before another costs nothing more.
    private int cost(int turn) {
      return held.contains(turn) ? 0 : size.cost().applyAsInt(turn);
    }
  }
}
