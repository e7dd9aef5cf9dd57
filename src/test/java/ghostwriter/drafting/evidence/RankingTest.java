package ghostwriter.drafting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.Terms;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
  private static final List<String> TURNS =
      List.of(
          "The weather was fine.",
          "We sold the boats that year.",
          "Herring, herring, nothing but herring.",
          "My mother kept the accounts of the herring boat.",
          "Yes.");

  @Test
  void theTurnThatSharesTheRarestWordsComesFirst() {
    double[] scores = SharedWords.apart(TURNS).scores("Who kept accounts for the boat?");

    assertThat(scores[3]).isGreaterThan(scores[1]).isGreaterThan(0);
    assertThat(scores[0]).isZero();
    assertThat(scores[4]).isZero();
  }

  @Test
  void neighboursOfAGoodTurnFollowIt() {
    List<Integer> order = ranking(talk(TURNS)).order("accounts");

    assertThat(order).containsExactly(3, 4, 2, 1, 0);
  }

  @Test
  void theWordsBetweenTwoTurnsMakeThemDistant() {
    String aside = "Then the weather again. ".repeat(100);
    List<Integer> order = ranking(talk(List.of("Yes.", "The boat.", aside, "No."))).order("boat");

    assertThat(order).containsExactly(1, 0, 2, 3);
  }

  @Test
  void anotherSessionIsNoNeighbour() {
    double[] scores =
        words(
                List.of(
                    new Utterance("", "Yes.", true),
                    new Utterance("", "The boat.", true),
                    new Utterance("", "No.", false)))
            .scores("boat");

    assertThat(scores[0]).isZero();
    assertThat(scores[2]).isGreaterThan(0);
  }

  @Test
  void whoSpeaksCountsAsAWord() {
    var turns = List.of(new Utterance("Anna", "Yes.", true), new Utterance("Ben", "No.", true));

    assertThat(ranking(turns).order("What did Ben think?")).containsExactly(1, 0);
  }

  @Test
  void withoutTurnsOrWordsThereIsNothingToRank() {
    assertThat(ranking(List.of()).order("boat")).isEmpty();
    assertThat(ranking(talk(List.of("", ""))).order("")).containsExactly(0, 1);
  }

  private static List<Utterance> talk(List<String> texts) {
    return texts.stream().map(text -> new Utterance("", text, false)).toList();
  }

  private static SharedWords words(List<Utterance> turns) {
    return new SharedWords(turns, Locale.ENGLISH);
  }

  private static Ranking ranking(List<Utterance> turns) {
    return new Ranking(turns, Locale.ENGLISH, Meanings.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "stories,story",
    "boats,boat",
    "worked,working",
    "stopped,stop",
    "married,marry",
    "house,houses",
    "Calling,called",
  })
  void formsOfAWordMeet(String one, String other) {
    assertThat(Terms.of(one)).isEqualTo(Terms.of(other)).isNotEmpty();
  }

  @Test
  void stopWordsAndPossessivesGo() {
    assertThat(Terms.of("It's the keeper’s 1st of 84, you know"))
        .containsExactly("keeper", "1st", "84");
  }

  @Test
  void otherLanguagesHaveTheirOwnStems() {
    assertThat(Terms.of("Die Häuser am Hafen", Locale.GERMAN))
        .containsAll(Terms.of("Haus", Locale.GERMAN));
    assertThat(Terms.of("Skipið í höfninni", Locale.of("is")))
        .containsExactly("skipið", "í", "höfninni");
  }
}
