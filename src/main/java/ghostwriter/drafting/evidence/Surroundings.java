package ghostwriter.drafting.evidence;

import java.util.Arrays;
import java.util.List;

/// How near the turns of a conversation are to each other, in words: what lies {@link #REACH} words
/// away counts 1/e. Nothing reaches from one session into another.
final class Surroundings {
  /// Found on the evaluation meetings, where 200 and 400 words do equally well.
  private static final double REACH = 300;

  /// What of a value is left at the next turn.
  private final double[] decays;

  private final double[] weights;
  private final double[] sums;

  private Surroundings(double[] decays, double[] weights) {
    this.decays = decays;
    this.weights = weights;
    this.sums = spread(weights);
  }

  static Surroundings of(List<Utterance> turns) {
    double[] decays = new double[turns.size()];
    for (int turn = 1; turn < decays.length; turn++) {
      double gap = (turns.get(turn - 1).words() + turns.get(turn).words()) / 2.0;
      decays[turn] = turns.get(turn).begins() ? 0 : Math.exp(-gap / REACH);
    }
    double[] weights = turns.stream().mapToDouble(turn -> Math.sqrt(turn.words())).toArray();
    return new Surroundings(decays, weights);
  }

  /// The mean value around each turn, where a long turn counts for more than a murmur: by the root
  /// of its words.
  double[] mean(double[] values) {
    double[] weighed = values.clone();
    Arrays.setAll(weighed, turn -> weighed[turn] * weights[turn]);
    double[] means = spread(weighed);
    Arrays.setAll(means, turn -> means[turn] / sums[turn]);
    return means;
  }

  /// Each turn's value with all others', weighed by nearness.
  double[] spread(double[] values) {
    double[] spread = values.clone();
    double carried = 0;
    for (int turn = 1; turn < spread.length; turn++) {
      carried = (carried + values[turn - 1]) * decays[turn];
      spread[turn] += carried;
    }
    carried = 0;
    for (int turn = spread.length - 2; turn >= 0; turn--) {
      carried = (carried + values[turn + 1]) * decays[turn + 1];
      spread[turn] += carried;
    }
    return spread;
  }
}
