package ghostwriter.drafting.offline;

import java.util.List;

/// Neighbouring sentences of one speaker: what is chosen, placed and cited as a whole.
///
/// @param first the place of its first sentence among all sentences of the talk
/// @param leadIn how many characters of the first sentence are left away
/// @param words how many it has without the lead-in
/// @param opening how well it stands without what was said before: 1 for well
/// @param worth how much it is worth keeping
record Passage(
    int first, List<Sentence> sentences, int leadIn, int words, double opening, double worth) {
  /// Shorter ones can only go on from another.
  private static final int LEAST = 7;

  Passage {
    sentences = List.copyOf(sentences);
  }

  int last() {
    return first + sentences.size() - 1;
  }

  int turn() {
    return sentences.getFirst().turn();
  }

  /// How well its length suits a passage that stands alone: one of 60 to 140 words tells something
  /// and stays with it.
  double fit() {
    if (words < LEAST) {
      return 0;
    }
    return words < 60 ? 0.1 + 0.9 * words / 60.0 : words <= 140 ? 1 : 0.8;
  }

  boolean overlaps(Passage other) {
    return first <= other.last() && other.first <= last();
  }

  /// Whether it begins where the other ends.
  boolean isNextTo(Passage other) {
    return first == other.last() + 1;
  }
}
