package ghostwriter.drafting.evidence;

import java.util.Arrays;
import java.util.List;

/// How near the turns of a conversation are to each other, in words: what lies {@link #REACH} words
/// away counts 1/e. Nothing reaches from one session into another. Immutable.
final class Surroundings {
  /// Found on the evaluation meetings, where 200 and 400 words do equally well.
  private static final double REACH = 300;

  /// What lies farther than this counts less than a thousandth, and is left out.
  private static final double FAR = 7 * REACH;

  private static final Surroundings NONE =
      new Surroundings(new int[0], new double[0], new double[0], new double[0]);

  /// How long each turn is.
  private final int[] words;

  /// Where each turn lies, in words from the beginning; sessions lie far apart.
  private final double[] places;

  /// What of a value is left at the next turn.
  private final double[] decays;

  private final double[] weights;
  private final double[] sums;

  private Surroundings(int[] words, double[] places, double[] decays, double[] weights) {
    this.words = words;
    this.places = places;
    this.decays = decays;
    this.weights = weights;
    this.sums = spread(weights);
  }

  static Surroundings of(List<Utterance> turns) {
    return NONE.with(turns);
  }

  /// The same with turns that follow.
  Surroundings with(List<Utterance> more) {
    int known = words.length;
    int all = known + more.size();
    int[] lengths = Arrays.copyOf(words, all);
    double[] where = Arrays.copyOf(places, all);
    double[] left = Arrays.copyOf(decays, all);
    double[] weighs = Arrays.copyOf(weights, all);
    for (int turn = known; turn < all; turn++) {
      Utterance said = more.get(turn - known);
      lengths[turn] = said.words();
      weighs[turn] = Math.sqrt(lengths[turn]);
      if (turn > 0) {
        double gap = (lengths[turn - 1] + lengths[turn]) / 2.0;
        where[turn] = where[turn - 1] + (said.begins() ? 2 * FAR : gap);
        left[turn] = said.begins() ? 0 : Math.exp(-gap / REACH);
      }
    }
    return new Surroundings(lengths, where, left, weighs);
  }

  int turns() {
    return words.length;
  }

  /// The first turn that is near enough to this one to count.
  int firstNear(int turn) {
    return at(places[turn] - FAR);
  }

  /// The turn behind the last one that is near enough to this one to count.
  int endNear(int turn) {
    return at(places[turn] + FAR);
  }

  private int at(double place) {
    int found = Arrays.binarySearch(places, place);
    return found < 0 ? -found - 1 : found;
  }

  /// The mean value around each turn, where a long turn counts for more than a murmur: by the root
  /// of its words.
  double[] mean(double[] values) {
    double[] means = values.clone();
    for (int turn = 0; turn < means.length; turn++) {
      means[turn] *= weights[turn];
    }
    spread(means, 0, means.length);
    for (int turn = 0; turn < means.length; turn++) {
      means[turn] /= sums[turn];
    }
    return means;
  }

  /// Each turn's value with all others', weighed by nearness.
  double[] spread(double[] values) {
    double[] spread = values.clone();
    spread(spread, 0, spread.length);
    return spread;
  }

  /// The same in place, for the turns from `from` to before `to` alone.
  ///
  /// Forward, each value takes in what went before: f(t) = v(t) + d(t) f(t-1). Backward, with what
  /// comes after: s(t) = f(t) + d (s(t+1) - d f(t)), where d = d(t+1).
  void spread(double[] values, int from, int to) {
    for (int turn = from + 1; turn < to; turn++) {
      values[turn] += decays[turn] * values[turn - 1];
    }
    for (int turn = to - 2; turn >= from; turn--) {
      double decay = decays[turn + 1];
      values[turn] += decay * (values[turn + 1] - decay * values[turn]);
    }
  }
}
