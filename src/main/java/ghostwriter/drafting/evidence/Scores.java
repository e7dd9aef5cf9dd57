package ghostwriter.drafting.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What each turn of a conversation has to do with one query. Immutable.
public final class Scores {
  /// How much meaning counts against words. On the evaluation meetings 0.5 to 1 do equally well.
  private static final double MEANING = 0.6;

  private final Values words;
  private final Values likeness;
  private final double wordScale;
  private final double likenessScale;

  /// @param words how many each turn shares; 0 where none
  /// @param likeness how much what is said around it means the same, from -1 to 1; all 0 where
  ///   nobody knows
  Scores(Values words, Values likeness) {
    this.words = words;
    this.likeness = likeness;
    this.wordScale = 1 / words.deviation();
    this.likenessScale = MEANING / likeness.deviation();
  }

  /// How much a turn has to do with the query, in standard deviations above the conversation's
  /// mean.
  public double of(int turn) {
    return of(words.of(turn), likeness.of(turn));
  }

  private double of(double shared, double alike) {
    return (shared - words.mean()) * wordScale + (alike - likeness.mean()) * likenessScale;
  }

  /// How much it shares with the query in words; 0 where nothing near it does.
  public double words(int turn) {
    return words.of(turn);
  }

  /// How much it means what the query means, from -1 to 1; 0 where nobody knows.
  public double likeness(int turn) {
    return likeness.of(turn);
  }

  /// The places of all turns, best first; equals keep the order of the conversation.
  public List<Integer> order() {
    return inOrder(IntStream.range(0, words.turns()).mapToDouble(this::of).toArray());
  }

  /// The best of them, in the same order. Looks first where they can be, and no longer than they
  /// can be elsewhere.
  ///
  /// @param limit how many, 1 or more
  public List<Integer> best(int limit) {
    var found = new Best(Math.min(limit, Math.max(1, words.turns())));
    double[] most = IntStream.range(0, words.stretches()).mapToDouble(this::most).toArray();
    for (int stretch : inOrder(most)) {
      if (most[stretch] < found.least()) {
        break;
      }
      look(stretch, found);
    }
    return found.turns();
  }

  private void look(int stretch, Best found) {
    double[] shared = words.stretch(stretch);
    double[] alike = likeness.stretch(stretch);
    for (int i = 0; i < shared.length; i++) {
      double score = of(shared[i], alike[i]);
      if (score >= found.least()) {
        found.offer(stretch * Values.STRETCH + i, score);
      }
    }
  }

  /// No turn of a stretch has more.
  private double most(int stretch) {
    return of(words.peak(stretch), likeness.peak(stretch));
  }

  private static List<Integer> inOrder(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer place) -> -scores[place])
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
