package ghostwriter.drafting.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithheldTest {
  private static final String STORY = "Ann: We sold the boat in Ulm. My brother took the money.";
  private static final String LATER = "Ann: I went to Hull after that.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann: Leave that out.",
        "Ann: Oh, could you keep this out, please?",
        "Ann: Let's leave that bit about my brother out.",
        "Ann: That stays between us.",
        "Ann: Don't print that.",
        "Ann: I shouldn't have said that.",
        "Ann: That should not go in the book.",
        "Bo: Shall I leave that out?|Ann: Yes, please.",
      })
  void theStoryBeforeIsWithheldAndNothingElse(String request) {
    assertThat(kept(STORY, "Bo: Oh.", request.split("\\|")))
        .isEqualTo("I went to Hull after that.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann: They left that out of the paper in Hull.",
        "Ann: We kept the cold out with blankets.",
        "Ann: He never took it out on us.",
        "Bo: Shall I leave that out?|Ann: No, why should you?",
      })
  void aTaleOfLeavingOutIsNoRequest(String tale) {
    assertThat(kept(STORY, "Bo: Oh.", tale.split("\\|"))).contains("boat in Ulm", "took the money");
  }

  @Test
  void offTheRecordLastsUntilItIsOver() {
    assertThat(
            kept(
                STORY,
                "Ann: Off the record now.",
                "Bo: Fine.",
                "Ann: He drank, you see.",
                "Ann: All right, back on the record."))
        .contains("boat in Ulm", "Hull")
        .doesNotContain("drank");
  }

  @Test
  void offTheRecordHoldsWhereNobodySaysThatItIsOver() {
    assertThat(
            kept(
                STORY,
                "Ann: This next part is off the record.",
                "Bo: Of course, go on.",
                "Ann: My brother Henrik stole the insurance money."))
        .contains("boat in Ulm")
        .doesNotContain("Henrik");
  }

  @Test
  void thatIsOffTheRecordTakesOnlyItsTurn() {
    assertThat(
            kept(
                STORY,
                "Ann: He drank, you see. That's off the record.",
                "Bo: Of course.",
                "Ann: In 1961 we sailed to Bergen with the herring fleet."))
        .contains("Bergen")
        .doesNotContain("drank");
  }

  @Test
  void aNameThatIsAskedOutTakesItsSentencesWithIt() {
    assertThat(
            kept(
                "Ann: I knew Greta Holm from school. We skated.",
                "Ann: Please don't mention Greta by name.",
                "Ann: Later Greta moved to Bonn."))
        .contains("We skated.")
        .doesNotContain("Greta");
  }

  @Test
  void whatIsToldAgainElsewhereIsWithheldToo() {
    assertThat(
            kept(
                "Ann: My brother Karl took the money from the bank in Ulm.",
                "Ann: Leave that out, please.",
                "Ann: So Karl took the bank money in Ulm and ran. I stayed."))
        .contains("I stayed.")
        .doesNotContain("Karl");
  }

  private static String kept(String first, String second, String... more) {
    String[] lines = new String[more.length + 3];
    lines[0] = first;
    lines[1] = second;
    System.arraycopy(more, 0, lines, 2, more.length);
    lines[lines.length - 1] = LATER;
    return kept(lines);
  }

  private static String kept(String[] lines) {
    var talk = new Talk(Briefs.items("Ann", lines), Locale.ENGLISH, new Sentences());
    var withheld = new Withheld(talk);
    List<Sentence> kept =
        talk.allSentences().stream().filter(sentence -> !withheld.contains(sentence)).toList();
    return kept.stream().map(Sentence::text).collect(Collectors.joining(" "));
  }
}
