package ghostwriter.drafting.offline;

import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.evidence.SharedWords;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Chooses what a section gets more of: the client's best sentences on a topic that the book lacks.
final class Extension {
  /// Without a number, a section gets so many words more.
  private static final int WORDS = 150;

  private static final int MOST = 1_000;

  /// What the question before a turn tells of it.
  private static final double ASKED = 0.5;

  /// What has less to do with the topic than this share of the best is left out.
  private static final double NEAR = 0.5;

  private final Talk talk;
  private final Usable usable;

  Extension(Talk talk, Usable usable) {
    this.talk = talk;
    this.usable = usable;
  }

  List<Paragraph> of(SectionBrief section, Wish wish) {
    var salience = new Salience(talk.sentences());
    List<Passage> passages = onTopic(new Passages(talk, usable::test, salience).all(), wish);
    if (passages.isEmpty()) {
      return List.of();
    }
    var placement = new Placement(talk, passages, List.of(section));
    int words = wish.words() > 0 ? Math.min(MOST, wish.words()) : WORDS;
    var choice =
        new Choice(talk, passages, placement, salience, Budget.of(talk.clientWords(), words), 1);
    return new Paragraphs(talk).of(choice.make().getFirst());
  }

  private List<Passage> onTopic(List<Passage> passages, Wish wish) {
    if (!wish.isNarrow()) {
      return passages;
    }
    double[] scores = scores(passages, wish.topic());
    double best = Arrays.stream(scores).max().orElse(0);
    return best <= 0
        ? List.of()
        : IntStream.range(0, scores.length)
            .filter(p -> scores[p] >= NEAR * best)
            .mapToObj(passages::get)
            .toList();
  }

  private double[] scores(List<Passage> passages, String topic) {
    double[] own =
        SharedWords.apart(talk.sentences().stream().map(Sentence::text).toList()).scores(topic);
    double[] asked =
        SharedWords.apart(IntStream.range(0, talk.size()).mapToObj(this::askedBefore).toList())
            .scores(topic);
    return passages.stream()
        .mapToDouble(passage -> {
          double sum = Arrays.stream(own, passage.first(), passage.last() + 1).sum();
          return sum / Math.sqrt(passage.sentences().size()) + ASKED * asked[passage.turn()];
        })
        .toArray();
  }

  private String askedBefore(int turn) {
    return talk.sentencesOf(turn).isEmpty() ? "" : talk.askedBefore(turn);
  }
}
