package ghostwriter.drafting.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Bounds the sentences that are weighed against each other. Of a very long talk only the fullest
/// blocks are, evenly taken from its beginning to its end.
final class Digest {
  /// So many words are weighed: fifteen times what a run may add.
  private static final int MOST = 60_000;

  private static final int STRETCHES = 100;
  private static final int BLOCK = 12;

  private Digest() {}

  /// @param sentences in order; the answer keeps it
  static List<Sentence> of(List<Sentence> sentences) {
    if (sentences.stream().mapToInt(Sentence::words).sum() <= MOST) {
      return sentences;
    }
    List<Sentence> kept = new ArrayList<>();
    for (int s = 0; s < STRETCHES; s++) {
      int from = (int) ((long) sentences.size() * s / STRETCHES);
      int to = (int) ((long) sentences.size() * (s + 1) / STRETCHES);
      kept.addAll(fullest(sentences.subList(from, to)));
    }
    return kept;
  }

  private static List<Sentence> fullest(List<Sentence> stretch) {
    List<List<Sentence>> blocks = blocks(stretch);
    blocks.sort(Comparator.comparingInt(Digest::fullness).reversed());
    List<Sentence> kept = new ArrayList<>();
    int words = 0;
    for (int b = 0; b < blocks.size() && words < MOST / STRETCHES; b++) {
      kept.addAll(blocks.get(b));
      words += blocks.get(b).stream().mapToInt(Sentence::words).sum();
    }
    kept.sort(Sentence.BY_PLACE);
    return kept;
  }

  private static List<List<Sentence>> blocks(List<Sentence> stretch) {
    List<List<Sentence>> blocks = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= stretch.size(); i++) {
      boolean ends =
          i == stretch.size()
              || i - from == BLOCK
              || stretch.get(i).turn() != stretch.get(from).turn();
      if (ends) {
        blocks.add(stretch.subList(from, i));
        from = i;
      }
    }
    return blocks;
  }

  /// How many different terms a block has.
  private static int fullness(List<Sentence> block) {
    Set<String> terms = new HashSet<>();
    block.forEach(sentence -> terms.addAll(sentence.terms()));
    return terms.size();
  }
}
