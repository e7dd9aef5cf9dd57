package ghostwriter.drafting.offline;

import java.util.List;

/// Neighbouring sentences of one speaker: what is chosen, placed and cited as a whole.
///
/// @param first the place of its first sentence among all sentences of the talk
/// @param leadIn how many characters of the first sentence are left away
/// @param words how many it has without the lead-in
/// @param opening how well it stands without what was said before: 1 for well
/// @param fluency how well its worst sentence reads, see {@link Fluency}
/// @param worth how much it is worth keeping
record Passage(
    int first,
    List<Sentence> sentences,
    int leadIn,
    int words,
    double opening,
    double fluency,
    double worth) {
  /// Shorter ones can only go on from another, or stand beside one.
  private static final int LEAST = 7;

  /// So long, in words, it tells something.
  private static final int TELLING = 60;

  private static final int LONG = 140;

  Passage {
    sentences = List.copyOf(sentences);
  }

  int last() {
    return first + sentences.size() - 1;
  }

  int turn() {
    return sentences.getFirst().turn();
  }

  /// How many words it has with its lead-in, which stays where it joins another.
  int spoken() {
    return sentences.stream().mapToInt(Sentence::words).sum();
  }

  /// How well its length suits a paragraph: one of 60 to 140 words tells something and stays with
  /// it.
  ///
  /// @param beside how many words already chosen will stand in the same paragraph
  double fit(int beside) {
    int all = words + beside;
    if (all < LEAST) {
      return 0;
    }
    return all < TELLING
        ? 0.03 + 0.97 * Math.pow(all / (double) TELLING, 1.4)
        : all <= LONG ? 1 : 0.8;
  }

  boolean overlaps(Passage other) {
    return first <= other.last() && other.first <= last();
  }

  /// Whether it begins where the other ends.
  boolean isNextTo(Passage other) {
    return first == other.last() + 1;
  }
}
