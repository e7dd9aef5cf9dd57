package ghostwriter.drafting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A conversation that grows while it is asked about.
class LongRankingTest {
  private static final List<String> QUERIES =
      List.of("word1 word7 word7 word300", "Anna", "word2", "nothing of it");
  private static final String LATE = "word3 word4";

  /// A text means how often its letters occur.
  private static final MeaningModel LETTERS =
      new MeaningModel() {
        @Override
        public String name() {
          return "letters";
        }

        @Override
        public boolean speaks(Locale language) {
          return true;
        }

        @Override
        public List<Meaning> of(List<String> texts) {
          return texts.stream().map(text -> Meaning.of(letters(text))).toList();
        }

        private static float[] letters(String text) {
          var counts = new float[32];
          text.chars().forEach(letter -> counts[letter % counts.length]++);
          return counts;
        }
      };

  private final Random random = new Random(7);

  /// Over the length from which on the yardstick moves by steps, and over some of its steps.
  @Test
  void whatWasScoredBeforeIsKeptAndTheScoresAreThoseOfAReadingAtOnce() {
    List<Utterance> turns = new ArrayList<>(said(1_700));
    Ranking grown = new Ranking(turns, Locale.ENGLISH, meanings(turns));
    while (turns.size() < 2_800) {
      QUERIES.forEach(grown::scores);
      List<Utterance> more = said(1 + random.nextInt(60));
      turns.addAll(more);
      grown = grown.with(more, meanings(turns));
      var anew = new Ranking(turns, Locale.ENGLISH, meanings(turns));
      for (String query : QUERIES) {
        assertSame(grown.scores(query), anew.scores(query), turns.size());
      }
    }
    var anew = new Ranking(turns, Locale.ENGLISH, meanings(turns));
    assertSame(grown.scores(LATE), anew.scores(LATE), turns.size());
  }

  @Test
  void twoThatGoOnFromOneDoNotTouchEachOther() {
    List<Utterance> turns = said(300);
    var begun = new Ranking(turns, Locale.ENGLISH, Meanings.UNKNOWN);
    QUERIES.forEach(begun::scores);
    List<Utterance> more = said(40);
    List<Utterance> other = said(30);

    Ranking one = begun.with(more, Meanings.UNKNOWN);
    Ranking another = begun.with(other, Meanings.UNKNOWN);

    for (String query : QUERIES) {
      assertThat(one.scores(query).order()).isEqualTo(fresh(turns, more).order(query));
      assertThat(another.scores(query).order()).isEqualTo(fresh(turns, other).order(query));
      assertThat(begun.scores(query).order()).isEqualTo(fresh(turns, List.of()).order(query));
    }
  }

  @Test
  void theBestAreTheBeginningOfTheOrderAlsoAmongEquals() {
    List<Utterance> turns = said(1_500);
    for (Meanings meanings : List.of(meanings(turns), Meanings.UNKNOWN)) {
      var ranking = new Ranking(turns, Locale.ENGLISH, meanings);
      for (String query : List.of(QUERIES.getFirst(), "word390", "nothing")) {
        Scores scores = ranking.scores(query);
        assertThat(scores.best(120)).isEqualTo(scores.order().subList(0, 120));
        assertThat(scores.best(1)).isEqualTo(scores.order().subList(0, 1));
        assertThat(scores.best(9_000)).isEqualTo(scores.order());
      }
    }
  }

  /// To the last bit.
  private static void assertSame(Scores one, Scores other, int turns) {
    assertThat(one.order()).isEqualTo(other.order()).hasSize(turns);
    for (int turn = 0; turn < turns; turn++) {
      assertThat(one.of(turn)).isEqualTo(other.of(turn));
      assertThat(one.words(turn)).isEqualTo(other.words(turn));
      assertThat(one.likeness(turn)).isEqualTo(other.likeness(turn));
    }
  }

  private static Ranking fresh(List<Utterance> turns, List<Utterance> more) {
    List<Utterance> all = new ArrayList<>(turns);
    all.addAll(more);
    return new Ranking(all, Locale.ENGLISH, Meanings.UNKNOWN);
  }

  private static Meanings meanings(List<Utterance> turns) {
    return Meanings.of(turns, Locale.ENGLISH, LETTERS);
  }

  /// Turns of one to thirty words, the rarer the higher their number; now and then a session
  /// begins.
  private List<Utterance> said(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ ->
            new Utterance(random.nextBoolean() ? "Anna" : "Ben", text(), random.nextInt(80) == 0))
        .toList();
  }

  private String text() {
    return IntStream.range(0, 1 + random.nextInt(30))
        .mapToObj(_ -> "word" + (int) Math.pow(400, random.nextDouble()))
        .collect(Collectors.joining(" "));
  }
}
