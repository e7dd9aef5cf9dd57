package ghostwriter.drafting.evidence;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A number for each turn of a conversation, with their mean, their deviation and their peaks.
/// Immutable. One that is carried on shares the settled numbers with what it was before, and looks
/// at the others alone; sums are added up in the order of the turns, for a sum of doubles depends
/// on it.
final class Values {
  /// Peaks are those of so many turns each.
  static final int STRETCH = 128;

  /// Room for numbers that never change once they are there. Whoever goes on first goes on here,
  /// another one in a copy.
  private static final class Shared {
    private double[] values = new double[0];
    private int filled;

    synchronized Shared with(int at, double[] more, int count) {
      if (at < filled) {
        return new Shared().with(0, values, at).with(at, more, count);
      }
      if (values.length < at + count) {
        values = Arrays.copyOf(values, (at + count) / 2 * 3 + 1);
      }
      System.arraycopy(more, 0, values, at, count);
      filled = at + count;
      return this;
    }

    synchronized double[] values() {
      return values;
    }
  }

  private record Sums(double sum, double squares) {
    static final Sums NONE = new Sums(0, 0);

    Sums with(double[] values, int from, int to) {
      double all = sum;
      double allSquares = squares;
      for (int i = from; i < to; i++) {
        all += values[i];
        allSquares += values[i] * values[i];
      }
      return new Sums(all, allSquares);
    }
  }

  private final Shared shared;
  private final double[] first;
  private final int settled;
  private final Sums settledSums;
  private final double[] last;
  private final double[] peaks;
  private final double mean;
  private final double deviation;

  /// @param first the numbers of the settled turns, and perhaps others behind them
  /// @param settled how many those are
  /// @param settledSums of those
  /// @param last the numbers of the turns that follow
  /// @param peaks the highest of each stretch
  private Values(
      Shared shared, double[] first, int settled, Sums settledSums, double[] last, double[] peaks) {
    this.shared = shared;
    this.first = first;
    this.settled = settled;
    this.settledSums = settledSums;
    this.last = last;
    this.peaks = peaks;
    Sums all = settledSums.with(last, 0, last.length);
    int count = Math.max(1, turns());
    mean = all.sum / count;
    deviation = Math.sqrt(Math.max(0, all.squares / count - mean * mean));
  }

  /// Of a conversation in which nothing is said so far.
  static Values none() {
    var nothing = new double[0];
    return new Values(new Shared(), nothing, 0, Sums.NONE, nothing, nothing);
  }

  int turns() {
    return settled + last.length;
  }

  /// The first turn whose value may change when more is said.
  int settled() {
    return settled;
  }

  double of(int turn) {
    return turn < settled ? first[turn] : last[turn - settled];
  }

  double mean() {
    return mean;
  }

  /// The standard deviation, or something tiny where the values are all alike.
  double deviation() {
    return Math.max(1e-9, deviation);
  }

  int stretches() {
    return peaks.length;
  }

  /// The values of a stretch in order.
  double[] stretch(int stretch) {
    int from = stretch * STRETCH;
    int to = Math.min(turns(), from + STRETCH);
    return to <= settled
        ? Arrays.copyOfRange(first, from, to)
        : IntStream.range(from, to).mapToDouble(this::of).toArray();
  }

  /// The highest value of a stretch.
  double peak(int stretch) {
    return peaks[stretch];
  }

  /// @param later the values of the turns that were not settled, and of those that follow
  /// @param settledNow the first turn whose value may change when still more is said
  Values with(double[] later, int settledNow) {
    int count = settledNow - settled;
    Shared longer = shared.with(settled, later, count);
    return new Values(
        longer,
        longer.values(),
        settledNow,
        settledSums.with(later, 0, count),
        Arrays.copyOfRange(later, count, later.length),
        peaks(later));
  }

  private double[] peaks(double[] later) {
    int turns = settled + later.length;
    double[] highest = Arrays.copyOf(peaks, (turns + STRETCH - 1) / STRETCH);
    int begin = settled / STRETCH;
    Arrays.fill(highest, begin, highest.length, Double.NEGATIVE_INFINITY);
    for (int turn = begin * STRETCH; turn < turns; turn++) {
      double value = turn < settled ? first[turn] : later[turn - settled];
      highest[turn / STRETCH] = Math.max(highest[turn / STRETCH], value);
    }
    return highest;
  }
}
