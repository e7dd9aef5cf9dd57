package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Changes;
import ghostwriter.document.Edit;
import ghostwriter.document.Unplaced;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final SectionId PEOPLE = new SectionId(UUID.randomUUID());
  private static final SectionId SEA = new SectionId(UUID.randomUUID());
  private static final Map<SectionId, String> HEADINGS = new LinkedHashMap<>();

  static {
    HEADINGS.put(PEOPLE, "The people");
    HEADINGS.put(SEA, "The sea");
  }

  private final Told told = new Told();

  @Test
  void aTrueSentenceIsToldAsItIs() {
    assertThat(told("I added two paragraphs to The people.", PEOPLE))
        .isEqualTo("I added two paragraphs to The people.");
  }

  @Test
  void ofSeveralSentencesTheFirstIsTold() {
    assertThat(told("I wrote about your mother. Ask me for more. I am glad to help.", PEOPLE))
        .isEqualTo("I wrote about your mother.");
  }

  @Test
  void aSentenceThatNamesASectionThatDidNotChangeIsNotTold() {
    assertThat(told("I added two paragraphs to The people and The sea.", PEOPLE))
        .isEqualTo("I worked on “The people”.");
  }

  @Test
  void aSentenceOfPageLengthIsNotTold() {
    assertThat(told("I wrote about the sea, " + "and the sea, ".repeat(40) + "yes.", SEA, PEOPLE))
        .isEqualTo("I worked on “The people” and “The sea”.");
  }

  @Test
  void whereTheModelSaysNothingNothingIsTold() {
    assertThat(told("  ", SEA)).isEmpty();
  }

  @Test
  void whatOnlyWaitsAsAProposalIsToldAsSuch() {
    var waits =
        new Unplaced(
            new Edit.Remove(new BlockId(UUID.randomUUID())), Unplaced.Reason.WRITTEN_BY_HAND);
    var changes = new Changes(HEADINGS, List.of(SEA), List.of(waits));

    assertThat(told.of(new Words("I wrote it all down."), changes).text())
        .isEqualTo(
            "I worked on “The sea”; what I would change in your own or locked text waits for you"
                + " as a proposal.");
  }

  private String told(String summary, SectionId... changed) {
    return told.of(new Words(summary), new Changes(HEADINGS, List.of(changed), List.of())).text();
  }
}
