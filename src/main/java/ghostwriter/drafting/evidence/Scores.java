package ghostwriter.drafting.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// What each turn of a conversation has to do with one query. Immutable.
public final class Scores {
  /// How much meaning counts against words. On the evaluation meetings 0.5 to 1 do equally well.
  private static final double MEANING = 0.6;

  private final double[] words;
  private final double[] likeness;
  private final double[] all;

  /// @param words how many it shares; 0 where none
  /// @param likeness how much what is said around it means the same, from -1 to 1; all 0 where
  ///   nobody knows
  Scores(double[] words, double[] likeness) {
    this.words = words;
    this.likeness = likeness;
    this.all = new double[words.length];
    addStandardised(words, 1);
    addStandardised(likeness, MEANING);
  }

  private void addStandardised(double[] values, double weight) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / Math.max(1, values.length);
    double variance = Math.max(0, squares / Math.max(1, values.length) - mean * mean);
    double scale = weight / Math.max(1e-9, Math.sqrt(variance));
    for (int turn = 0; turn < values.length; turn++) {
      all[turn] += (values[turn] - mean) * scale;
    }
  }

  /// How much a turn has to do with the query, in standard deviations above the conversation's
  /// mean.
  public double of(int turn) {
    return all[turn];
  }

  /// How much it shares with the query in words; 0 where nothing near it does.
  public double words(int turn) {
    return words[turn];
  }

  /// How much it means what the query means, from -1 to 1; 0 where nobody knows.
  public double likeness(int turn) {
    return likeness[turn];
  }

  /// The places of all turns, best first; equals keep the order of the conversation.
  public List<Integer> order() {
    return IntStream.range(0, all.length).boxed().sorted(bestFirst()).toList();
  }

  /// The best of them, in the same order.
  public List<Integer> best(int limit) {
    var worstFirst = new PriorityQueue<Integer>(limit + 1, bestFirst().reversed());
    for (int turn = 0; turn < all.length; turn++) {
      if (worstFirst.size() < limit || all[turn] > all[worstFirst.element()]) {
        worstFirst.add(turn);
      }
      if (worstFirst.size() > limit) {
        worstFirst.remove();
      }
    }
    return worstFirst.stream().sorted(bestFirst()).toList();
  }

  private Comparator<Integer> bestFirst() {
    return Comparator.comparingDouble((Integer turn) -> -all[turn])
        .thenComparing(Comparator.naturalOrder());
  }
}
