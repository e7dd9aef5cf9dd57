package ghostwriter.drafting.evidence;

/// What values add up to, one after the other: a sum of doubles depends on their order.
record Sums(int count, double sum, double squares) {
  static final Sums NONE = new Sums(0, 0, 0);

  /// The same with the values from `from` to before `to`.
  Sums with(double[] values, int from, int to) {
    double all = sum;
    double allSquares = squares;
    for (int i = from; i < to; i++) {
      all += values[i];
      allSquares += values[i] * values[i];
    }
    return new Sums(count + to - from, all, allSquares);
  }

  double mean() {
    return sum / Math.max(1, count);
  }

  /// The standard deviation, or something tiny where the values are all alike.
  double deviation() {
    double mean = mean();
    double variance = Math.max(0, squares / Math.max(1, count) - mean * mean);
    return Math.max(1e-9, Math.sqrt(variance));
  }
}
