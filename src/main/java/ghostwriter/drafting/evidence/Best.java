package ghostwriter.drafting.evidence;

import java.util.Arrays;
import java.util.List;

/// The turns that rank highest of those that were offered; of equals, the first in the
/// conversation. For one thread.
final class Best {
  private final int[] turns;
  private final double[] scores;
  private int size;

  /// @param limit how many it holds, 1 or more
  Best(int limit) {
    turns = new int[limit];
    scores = new double[limit];
  }

  /// What has less than this is not among them.
  double least() {
    return size < turns.length ? Double.NEGATIVE_INFINITY : scores[size - 1];
  }

  void offer(int turn, double score) {
    int at = size;
    while (at > 0 && isBefore(turn, score, at - 1)) {
      at--;
    }
    if (at < turns.length) {
      size = Math.min(size + 1, turns.length);
      System.arraycopy(turns, at, turns, at + 1, size - at - 1);
      System.arraycopy(scores, at, scores, at + 1, size - at - 1);
      turns[at] = turn;
      scores[at] = score;
    }
  }

  private boolean isBefore(int turn, double score, int place) {
    return score > scores[place] || (score == scores[place] && turn < turns[place]);
  }

  /// Best first.
  List<Integer> turns() {
    return Arrays.stream(turns, 0, size).boxed().toList();
  }
}
