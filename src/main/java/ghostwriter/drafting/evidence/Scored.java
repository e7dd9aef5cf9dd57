package ghostwriter.drafting.evidence;

import java.util.Optional;

/// A query's scores, with what is needed to score the turns that follow. Immutable.
///
/// @param meant what the query means; empty where nobody knows
/// @param settled the first turn of the last session: scores from there on change with what follows
/// @param words what the words that are shared add up to before it
/// @param likeness what the likeness adds up to before it
record Scored(
    SharedWords.Asked asked,
    Optional<Meaning> meant,
    Scores scores,
    int settled,
    Sums words,
    Sums likeness) {
  /// A query of which no turn is scored so far.
  static Scored begun(SharedWords.Asked asked, Optional<Meaning> meant) {
    var none = new Scores(new double[0], new double[0], Sums.NONE, Sums.NONE);
    return new Scored(asked, meant, none, 0, Sums.NONE, Sums.NONE);
  }

  int turns() {
    return scores.turns();
  }
}
