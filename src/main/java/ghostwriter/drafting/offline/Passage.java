package ghostwriter.drafting.offline;

import java.util.List;

/// One to six neighbouring sentences of one turn: what is chosen, placed and cited as a whole.
///
/// @param first the place of its first sentence among all sentences of the talk
/// @param leadIn how many characters of the first sentence are left away
/// @param opening how well it stands without what was said before: 1 for well
/// @param worth how much it is worth keeping
record Passage(int first, List<Sentence> sentences, int leadIn, double opening, double worth) {
  Passage {
    sentences = List.copyOf(sentences);
  }

  int last() {
    return first + sentences.size() - 1;
  }

  int turn() {
    return sentences.getFirst().turn();
  }

  int from() {
    return sentences.getFirst().from() + leadIn;
  }

  int to() {
    return sentences.getLast().to();
  }

  int words() {
    return sentences.stream().mapToInt(Sentence::words).sum();
  }

  /// How well its length suits a passage that stands alone: one of 60 to 100 words tells something
  /// and stays with it.
  double fit() {
    int words = words();
    return words < 60 ? 0.4 + 0.6 * words / 60.0 : words <= 100 ? 1 : 1 - (words - 100) / 150.0;
  }

  boolean overlaps(Passage other) {
    return first <= other.last() && other.first <= last();
  }

  /// Whether it goes on where the other ends, in the same turn.
  boolean follows(Passage other) {
    return first == other.last() + 1 && turn() == other.turn();
  }
}
