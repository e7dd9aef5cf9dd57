package ghostwriter.drafting.evidence;

import java.util.Arrays;
import java.util.List;

/// How near the turns of a conversation are to each other, in words: what lies {@link #REACH} words
/// away counts 1/e. Nothing reaches from one session into another. Immutable; one that is carried
/// on looks again at the session that was the last, and at what follows.
final class Surroundings {
  /// Found on the evaluation meetings, where 200 and 400 words do equally well.
  private static final double REACH = 300;

  /// What lies farther than this counts less than a thousandth, and is left out.
  private static final double FAR = 7 * REACH;

  private static final Surroundings NONE = new Surroundings(0);

  /// How long each turn is.
  private final int[] words;

  /// Where each turn lies, in words from the beginning; sessions lie far apart.
  private final double[] places;

  /// What of a value is left at the next turn.
  private final double[] decays;

  private final double[] weights;

  /// The weights around each turn.
  private final double[] sums;

  /// The first turn that is near enough to each to count, and the one behind the last.
  private final int[] firstNear;

  private final int[] endNear;

  private Surroundings(int turns) {
    this(
        new int[turns],
        new double[turns],
        new double[turns],
        new double[turns],
        new double[turns],
        new int[turns],
        new int[turns]);
  }

  private Surroundings(
      int[] words,
      double[] places,
      double[] decays,
      double[] weights,
      double[] sums,
      int[] firstNear,
      int[] endNear) {
    this.words = words;
    this.places = places;
    this.decays = decays;
    this.weights = weights;
    this.sums = sums;
    this.firstNear = firstNear;
    this.endNear = endNear;
  }

  static Surroundings of(List<Utterance> turns) {
    return NONE.with(turns);
  }

  /// The same with turns that follow.
  Surroundings with(List<Utterance> more) {
    int all = turns() + more.size();
    var wider =
        new Surroundings(
            Arrays.copyOf(words, all),
            Arrays.copyOf(places, all),
            Arrays.copyOf(decays, all),
            Arrays.copyOf(weights, all),
            Arrays.copyOf(sums, all),
            Arrays.copyOf(firstNear, all),
            Arrays.copyOf(endNear, all));
    wider.place(more);
    wider.lookAround(lastSession());
    return wider;
  }

  private void place(List<Utterance> more) {
    int known = turns() - more.size();
    for (int turn = known; turn < turns(); turn++) {
      Utterance said = more.get(turn - known);
      words[turn] = said.words();
      weights[turn] = Math.sqrt(words[turn]);
      if (turn > 0) {
        double gap = (words[turn - 1] + words[turn]) / 2.0;
        places[turn] = places[turn - 1] + (said.begins() ? 2 * FAR : gap);
        decays[turn] = said.begins() ? 0 : Math.exp(-gap / REACH);
      }
    }
  }

  /// @param from where a session begins
  private void lookAround(int from) {
    System.arraycopy(weights, from, sums, from, turns() - from);
    spread(sums, 0, from, turns());
    int first = from;
    int end = from;
    for (int turn = from; turn < turns(); turn++) {
      while (places[first] < places[turn] - FAR) {
        first++;
      }
      while (end < turns() && places[end] < places[turn] + FAR) {
        end++;
      }
      firstNear[turn] = first;
      endNear[turn] = end;
    }
  }

  int turns() {
    return words.length;
  }

  /// The first turn of the last session: nothing before it has to do with what follows.
  int lastSession() {
    int first = Math.max(0, turns() - 1);
    while (first > 0 && decays[first] > 0) {
      first--;
    }
    return first;
  }

  /// The first turn that is near enough to this one to count.
  int firstNear(int turn) {
    return firstNear[turn];
  }

  /// The turn behind the last one that is near enough to this one to count.
  int endNear(int turn) {
    return endNear[turn];
  }

  /// Puts the mean value around each turn in its place, where a long turn counts for more than a
  /// murmur: by the root of its words.
  ///
  /// @param values those of the last turns
  /// @param first the first of these, where a session begins
  void mean(double[] values, int first) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= weights[first + i];
    }
    spread(values, first, first, first + values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] /= sums[first + i];
    }
  }

  /// Puts each turn's value with all others', weighed by nearness, in its place, for the turns from
  /// `from` to before `to` alone.
  ///
  /// Forward, each value takes in what went before: f(t) = v(t) + d(t) f(t-1). Backward, with what
  /// comes after: s(t) = f(t) + d (s(t+1) - d f(t)), where d = d(t+1).
  ///
  /// @param first the turn that the first value belongs to
  void spread(double[] values, int first, int from, int to) {
    for (int turn = from + 1; turn < to; turn++) {
      values[turn - first] += decays[turn] * values[turn - first - 1];
    }
    for (int turn = to - 2; turn >= from; turn--) {
      double decay = decays[turn + 1];
      values[turn - first] += decay * (values[turn - first + 1] - decay * values[turn - first]);
    }
  }
}
