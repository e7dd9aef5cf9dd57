package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    double[] scores = new Ranking(TURNS).scores("Who kept accounts for the boat?");

    assertThat(scores[3]).isGreaterThan(scores[1]).isGreaterThan(0);
    assertThat(scores[0]).isZero();
    assertThat(scores[4]).isZero();
  }

  @Test
  void neighboursOfAGoodTurnFollowIt() {
    List<Integer> order = new Ranking(TURNS).order("accounts");

    assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    assertThat(order.indexOf(4)).isLessThan(order.indexOf(0));
    assertThat(order.getFirst()).isEqualTo(3);
  }

  @Test
  void withoutTurnsOrWordsThereIsNothingToRank() {
    assertThat(new Ranking(List.of()).order("boat")).isEmpty();
    assertThat(new Ranking(List.of("", "")).order("")).containsExactly(0, 1);
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
}
