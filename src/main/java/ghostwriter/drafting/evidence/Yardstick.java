package ghostwriter.drafting.evidence;

import java.util.Arrays;

/// What the words of a conversation are measured against: how long its turns are, and how many of
/// them hold a term. Immutable.
///
/// In a long conversation these are those of its first turns, up to a number that moves on by an
/// eighth or less at a time: else each turn that is added would move the scores of all turns, if by
/// little. The number follows from that of the turns alone.
///
/// @param turns how many count
/// @param meanLength of a turn with its surroundings, in terms
record Yardstick(int turns, double meanLength) {
  /// As long as there are fewer turns than this, all count.
  private static final int MANY = 2_048;

  static int turnsOf(int all) {
    return all < MANY ? all : all & -(Integer.highestOneBit(all) >> 3);
  }

  /// @param counts how many terms each turn has
  static Yardstick of(double[] counts, Surroundings surroundings) {
    double[] lengths = Arrays.copyOf(counts, turnsOf(counts.length));
    surroundings.spread(lengths, 0, 0, lengths.length);
    return new Yardstick(lengths.length, Math.max(1, Arrays.stream(lengths).average().orElse(1)));
  }

  boolean measures(int all) {
    return turns == turnsOf(all);
  }

  /// @param places the turns that hold a term, in order, one entry an occurrence
  double rarity(int[] places) {
    long holders = Arrays.stream(places).takeWhile(turn -> turn < turns).distinct().count();
    return Math.log(1 + (turns - holders + 0.5) / (holders + 0.5));
  }
}
