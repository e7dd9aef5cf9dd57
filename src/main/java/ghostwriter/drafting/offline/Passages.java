package ghostwriter.drafting.offline;

import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// All passages that could be chosen: runs of usable sentences, none longer than a paragraph.
final class Passages {
  private static final int MAX_SENTENCES = 12;
  static final int MAX_WORDS = 140;
  private static final double CALLED = 0.6;
  private static final int MAX_INNER_QUESTION = 10;

  private final Talk talk;
  private final List<Sentence> sentences;
  private final boolean[] usable;
  private final double[] worth;
  private final double[] fluency;

  Passages(Talk talk, Predicate<Sentence> isUsable, Salience salience) {
    this.talk = talk;
    this.sentences = talk.sentences();
    usable = new boolean[sentences.size()];
    worth = new double[sentences.size()];
    fluency = new double[sentences.size()];
    for (int i = 0; i < usable.length; i++) {
      usable[i] = isUsable.test(sentences.get(i));
      fluency[i] = Fluency.of(sentences.get(i).text());
      double called = talk.isAddressed(sentences.get(i)) ? CALLED : 1;
      worth[i] = usable[i] ? called * salience.of(sentences.get(i)) : 0;
    }
  }

  List<Passage> all() {
    List<Passage> passages = new ArrayList<>();
    for (int first = 0; first < usable.length; first++) {
      if (usable[first] && !sentences.get(first).isQuestion()) {
        addFrom(first, passages);
      }
    }
    return passages;
  }

  private void addFrom(int first, List<Passage> passages) {
    int words = 0;
    for (int last = first; last < Math.min(usable.length, first + MAX_SENTENCES); last++) {
      Sentence sentence = sentences.get(last);
      words += sentence.words();
      if (!mayHold(first, last) || (last > first && words > MAX_WORDS)) {
        return;
      }
      if (!sentence.isQuestion()) {
        passages.add(passage(first, last, words));
      }
    }
  }

  private boolean mayHold(int first, int last) {
    Sentence sentence = sentences.get(last);
    return usable[last]
        && (last == first || talk.goesOn(last))
        && (!sentence.isQuestion() || sentence.words() <= MAX_INNER_QUESTION);
  }

  private Passage passage(int first, int last, int words) {
    Sentence opening = sentences.get(first);
    int leadIn = LeadIn.length(opening.text());
    double sum = 0;
    double roughest = 1;
    for (int i = first; i <= last; i++) {
      sum += worth[i] * sentences.get(i).words();
      roughest = Math.min(roughest, fluency[i]);
    }
    return new Passage(
        first,
        sentences.subList(first, last + 1),
        leadIn,
        words - new Words(opening.text().substring(0, leadIn)).count(),
        Opening.of(opening.text().substring(leadIn)),
        roughest,
        sum / words * (0.25 + 0.75 * roughest) * setting(first, last));
  }

  /// Stories begin and end with their turns, and the listener shows which were good.
  private double setting(int first, int last) {
    int turn = sentences.get(first).turn();
    List<Sentence> all = talk.sentencesOf(turn);
    double begins = all.getFirst().equals(sentences.get(first)) ? 1.08 : 1;
    double ends = all.getLast().equals(sentences.get(last)) ? 1.15 : 1;
    return begins * ends * (talk.isAnsweredWithFeeling(turn) ? 1.35 : 1);
  }
}
