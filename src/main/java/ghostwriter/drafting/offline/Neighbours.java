package ghostwriter.drafting.offline;

import java.util.Arrays;
import java.util.List;

/// What is chosen already of the same speaker, so near a passage that they will share its
/// paragraph. Added to with every choice: to look for it anew for every passage and section took
/// most of the time of a long talk.
final class Neighbours {
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  private final Talk talk;
  private final List<Passage> passages;
  private final int[] words;
  private final int[] section;

  Neighbours(Talk talk, List<Passage> passages) {
    this.talk = talk;
    this.passages = passages;
    words = new int[passages.size()];
    section = new int[passages.size()];
    Arrays.fill(section, NONE);
  }

  /// Notes a chosen passage at all that it stands beside.
  void add(Passage chosen, int itsSection) {
    for (int p = 0; p < words.length; p++) {
      Passage passage = passages.get(p);
      if (Math.abs(passage.turn() - chosen.turn()) <= Talk.NEAR && isBeside(chosen, passage)) {
        words[p] += chosen.words();
        section[p] = section[p] == NONE || section[p] == itsSection ? itsSection : SEVERAL;
      }
    }
  }

  private boolean isBeside(Passage chosen, Passage passage) {
    return chosen.isNextTo(passage) || standsBeside(chosen, passage);
  }

  private boolean standsBeside(Passage one, Passage other) {
    return one.first() < other.first()
        ? talk.standsBeside(one.sentences().getLast(), other.sentences().getFirst())
        : talk.standsBeside(other.sentences().getLast(), one.sentences().getFirst());
  }

  /// How many words stand beside a passage.
  int words(int passage) {
    return words[passage];
  }

  /// Whether any of them stand in another section than this.
  boolean areElsewhere(int passage, int thanIn) {
    return section[passage] != NONE && section[passage] != thanIn;
  }
}
