package ghostwriter.drafting.claims;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Doubt;
import ghostwriter.drafting.evidence.MiniLm;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ClaimCheckTest {
  private static final ClaimCheck CHECK = new ClaimCheck(new MiniLm());

  private static final String STORM =
      "On the twenty-seventh of October 1959 the Fidelity was coming home from Yarmouth, and I was eighteen."
          + " There were seven men in her, and two came out alive. My brother Davie was lost."
          + " I did not sell the boat. I was never afraid of the dark.";

  @Test
  void whatWasSaidIsNotInDoubtInWhateverFormANumberStands() {
    assertThat(
            doubts("On 27 October 1959 the Fidelity was on her way home from Yarmouth; I was 18."))
        .isEmpty();
    assertThat(doubts("Of the 7 men in the Fidelity, only two came out alive.")).isEmpty();
  }

  @Test
  void whatWasSaidWordForWordIsNotInDoubtEvenWhereItWasTakenBackLater() {
    assertThat(doubts("We sold her. We did not sell her.", "We sold her. We did not sell her."))
        .isEmpty();
  }

  @Test
  void aNumberThatNobodySaidIsInDoubt() {
    assertThat(doubts("There were nine men in her, and two came out alive."))
        .containsExactly("NUMBER nine");
    assertThat(doubts("The Fidelity was coming home from Yarmouth in 1961."))
        .containsExactly("NUMBER 1961");
    assertThat(doubts("In November 1959 the Fidelity was coming home from Yarmouth."))
        .containsExactly("NUMBER November");
  }

  @Test
  void aNameThatNobodySaidIsInDoubt() {
    assertThat(doubts("The Fidelity was coming home from Lowestoft."))
        .containsExactly("NAME Lowestoft");
    assertThat(doubts("My brother Davie and my cousin Sandy were lost."))
        .containsExactly("NAME Sandy");
  }

  @Test
  void doubtsComeInTheOrderOfTheText() {
    assertThat(doubts("In Lowestoft, in 1961, nine men were in the Fidelity."))
        .containsExactly("NAME Lowestoft", "NUMBER 1961", "NUMBER nine");
  }

  @Test
  void whatAQuestionNamesMayBeTakenUp() {
    var testimony =
        new Testimony(
            List.of("Yes, every summer until I was twelve, with my aunt, on the ferry."),
            List.of("Did you go to Skye in the fifties?"));

    assertThat(
            CHECK.doubts(
                "In the 1950s I went to Skye every summer with my aunt, on the ferry.",
                testimony,
                Locale.UK))
        .isEmpty();
  }

  @Test
  void theOppositeOfWhatWasSaidIsInDoubt() {
    assertThat(doubts("I sold the boat.")).containsExactly("NEGATION sold");
    assertThat(doubts("I was afraid of the dark.")).containsExactly("NEGATION afraid");
    assertThat(doubts("My brother Davie was not lost.")).containsExactly("NEGATION lost");
    assertThat(doubts("I never sold the boat.")).isEmpty();
  }

  @Test
  void aSentenceThatNobodySaidIsInDoubtAsAWhole() {
    assertThat(doubts("The villagers brought warm soup and blankets to every grieving household."))
        .containsExactly(
            "UNSUPPORTED The villagers brought warm soup and blankets to every grieving household.");
  }

  @Test
  void aDoubtSaysWhereItStands() {
    String block = "My brother Davie was lost. There were nine men in her.";
    Doubt doubt =
        CHECK.doubts(block, new Testimony(List.of(STORM), List.of()), Locale.UK).getFirst();

    assertThat(block.substring(doubt.from(), doubt.to())).isEqualTo("nine");
  }

  @Test
  void elsewhereThanInEnglishNumbersAndWordsDecide() {
    var testimony =
        new Testimony(List.of("Wir haben den Hof 1962 verkauft, mein Bruder und ich."), List.of());

    assertThat(doubts("Mein Bruder und ich verkauften den Hof 1962.", testimony, Locale.GERMAN))
        .isEmpty();
    assertThat(doubts("Mein Bruder und ich verkauften den Hof 1972.", testimony, Locale.GERMAN))
        .containsExactly("NUMBER 1972");
    assertThat(doubts("Die Nachbarn weinten am Zaun vor lauter Kummer.", testimony, Locale.GERMAN))
        .containsExactly("UNSUPPORTED Die Nachbarn weinten am Zaun vor lauter Kummer.");
  }

  @Test
  void inATranslationFiguresAndNamesAreLookedAtAlone() {
    var testimony =
        new Testimony(
            List.of(
                "Im Oktober 1962 haben wir den Hof verkauft, mein Bruder Davie und ich, und danach"
                    + " waren wir drei Jahre lang nicht mehr in Stralsund."),
            List.of());

    assertThat(
            doubts(
                "In October 1962 my brother Davie and I sold the farm, and for three years we did"
                    + " not go to Stralsund any more.",
                testimony,
                Locale.UK))
        .isEmpty();
    assertThat(
            doubts(
                "In October 1972 my brother Davie and I sold the farm, and then we went to Rostock"
                    + " for three years.",
                testimony,
                Locale.UK))
        .containsExactly("NUMBER 1972", "NAME Rostock");
  }

  private static List<String> doubts(String block, String said) {
    return doubts(block, new Testimony(List.of(said), List.of()), Locale.UK);
  }

  private static List<String> doubts(String block) {
    return doubts(block, new Testimony(List.of(STORM), List.of()), Locale.UK);
  }

  private static List<String> doubts(String block, Testimony testimony, Locale language) {
    return CHECK.doubts(block, testimony, language).stream()
        .map(doubt -> doubt.kind() + " " + doubt.about().text())
        .toList();
  }
}
