package ghostwriter.drafting.evidence;

import java.util.Optional;

/// A query's scores, with what is needed to score the turns that follow. Immutable.
///
/// @param meant what the query means; empty where nobody knows
/// @param words how many each turn shares
/// @param likeness how much what is said around it means the same; all 0 where nobody knows
record Scored(
    SharedWords.Asked asked,
    Optional<Meaning> meant,
    Values words,
    Values likeness,
    Scores scores) {
  Scored(SharedWords.Asked asked, Optional<Meaning> meant, Values words, Values likeness) {
    this(asked, meant, words, likeness, new Scores(words, likeness));
  }

  /// A query of which no turn is scored so far.
  static Scored begun(SharedWords.Asked asked, Optional<Meaning> meant) {
    return new Scored(asked, meant, Values.none(), Values.none());
  }

  /// The same with more turns.
  Scored with(Values longerWords, Values longerLikeness) {
    return new Scored(asked, meant, longerWords, longerLikeness);
  }
}
