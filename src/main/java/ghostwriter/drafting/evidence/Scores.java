package ghostwriter.drafting.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// What each turn of a conversation has to do with one query. Immutable.
public final class Scores {
  /// How much meaning counts against words. On the evaluation meetings 0.5 to 1 do equally well.
  private static final double MEANING = 0.6;

  private final double[] words;
  private final double[] likeness;
  private final double meanWords;
  private final double wordScale;
  private final double meanLikeness;
  private final double likenessScale;

  /// @param words how many each turn shares; 0 where none
  /// @param likeness how much what is said around it means the same, from -1 to 1; all 0 where
  ///   nobody knows
  /// @param allWords what the words add up to
  /// @param allLikeness what the likeness adds up to
  Scores(double[] words, double[] likeness, Sums allWords, Sums allLikeness) {
    this.words = words;
    this.likeness = likeness;
    this.meanWords = allWords.mean();
    this.wordScale = 1 / allWords.deviation();
    this.meanLikeness = allLikeness.mean();
    this.likenessScale = MEANING / allLikeness.deviation();
  }

  int turns() {
    return words.length;
  }

  /// Copies what the first turns share into room for more of them.
  void copyTo(double[] moreWords, double[] moreLikeness, int turns) {
    System.arraycopy(words, 0, moreWords, 0, turns);
    System.arraycopy(likeness, 0, moreLikeness, 0, turns);
  }

  /// How much a turn has to do with the query, in standard deviations above the conversation's
  /// mean.
  public double of(int turn) {
    return (words[turn] - meanWords) * wordScale + (likeness[turn] - meanLikeness) * likenessScale;
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
    double[] all = IntStream.range(0, turns()).mapToDouble(this::of).toArray();
    return IntStream.range(0, turns()).boxed().sorted(bestFirst(turn -> all[turn])).toList();
  }

  /// The best of them, in the same order.
  ///
  /// @param limit how many, 1 or more
  public List<Integer> best(int limit) {
    var worstFirst = new PriorityQueue<Integer>(limit + 1, bestFirst(this::of).reversed());
    double worst = Double.NEGATIVE_INFINITY;
    for (int turn = 0; turn < turns(); turn++) {
      if (of(turn) > worst) {
        worstFirst.add(turn);
        if (worstFirst.size() > limit) {
          worstFirst.remove();
        }
        if (worstFirst.size() == limit) {
          worst = of(worstFirst.element());
        }
      }
    }
    return worstFirst.stream().sorted(bestFirst(this::of)).toList();
  }

  private static Comparator<Integer> bestFirst(IntToDoubleFunction score) {
    return Comparator.comparingDouble((Integer turn) -> -score.applyAsDouble(turn))
        .thenComparing(Comparator.naturalOrder());
  }
}
