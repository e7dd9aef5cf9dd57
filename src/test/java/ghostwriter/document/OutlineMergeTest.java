package ghostwriter.document;

import static ghostwriter.document.Page.ANNA;
import static ghostwriter.document.Page.DRAFT;
import static ghostwriter.document.Page.addSection;
import static ghostwriter.document.Page.insert;
import static ghostwriter.document.Page.mergeSection;
import static ghostwriter.document.Page.move;
import static ghostwriter.document.Page.moveSection;
import static ghostwriter.document.Page.remove;
import static ghostwriter.document.Page.removeSection;
import static ghostwriter.document.Page.rename;
import static ghostwriter.document.Page.replace;
import static ghostwriter.document.Page.split;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Unplaced.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Edits of sections by hand, and how they meet what others did meanwhile.
class OutlineMergeTest {
  /// Childhood: a, b, c · Work: d · War: nothing; all written by a draft but c.
  private static final Page PAGE =
      Page.with("Childhood", "Work", "War")
          .edited(
              DRAFT,
              insert("Childhood", null, "a"),
              insert("Childhood", "a", "b"),
              insert("Work", null, "d"))
          .edited(ANNA, insert("Childhood", "b", "c"));

  @Test
  void aSectionIsRenamed() {
    var page = PAGE.edited(ANNA, rename("Work", "Labour"));

    assertThat(page.text()).isEqualTo("Childhood: a, b, c\nLabour: d\nWar: ");
    assertThat(page.outcome.changed()).containsExactly(Page.section("Work"));
    assertThat(page.outcome.revisions()).isEmpty();
  }

  @Test
  void aSectionIsMovedBehindAnotherOrFirst() {
    assertThat(PAGE.edited(ANNA, moveSection("War", null)).text())
        .isEqualTo("War: \nChildhood: a, b, c\nWork: d");
    var page = PAGE.edited(ANNA, moveSection("Childhood", "Work"));
    assertThat(page.text()).isEqualTo("Work: d\nChildhood: a, b, c\nWar: ");
    assertThat(page.outcome.changed()).hasSize(1);
    assertThat(PAGE.edited(ANNA, moveSection("Work", "Work")).text()).isEqualTo(PAGE.text());
  }

  @Test
  void aSectionIsRemovedWithItsBlocks() {
    var page = PAGE.edited(ANNA, removeSection("Childhood"));

    assertThat(page.text()).isEqualTo("Work: d\nWar: ");
    assertThat(page.outcome.changed()).containsExactly(Page.section("Childhood"));
  }

  @Test
  void aSectionIsSplitAndBothHalvesAreAsTheyWere() {
    var page = PAGE.locked("Childhood").edited(ANNA, split("Childhood", "b", "Youth"));

    assertThat(page.text()).isEqualTo("Childhood: a\nYouth: b, c\nWork: d\nWar: ");
    assertThat(page.document.sections()).extracting(Section::locked).startsWith(true, true, false);
    assertThat(blocks(page)).isEqualTo(blocks(PAGE));
    assertThat(PAGE.edited(ANNA, split("Childhood", "a", "Youth")).text())
        .startsWith("Childhood: \nYouth: a, b, c\n");
  }

  @Test
  void aSectionIsMergedIntoAnotherAndItsBlocksAreAsTheyWere() {
    var page = PAGE.edited(ANNA, mergeSection("Work", "Childhood"));

    assertThat(page.text()).isEqualTo("Childhood: a, b, c, d\nWar: ");
    assertThat(blocks(page)).isEqualTo(blocks(PAGE));
    assertThat(PAGE.edited(ANNA, mergeSection("Childhood", "Work")).text())
        .isEqualTo("Work: d, a, b, c\nWar: ");
  }

  @Test
  void mergingOpensNoLockedParagraphToDrafts() {
    var page = PAGE.locked("Work").edited(ANNA, mergeSection("Work", "Childhood"));

    assertThat(page.edited(DRAFT, replace("d", "D"), replace("a", "A")).reasons())
        .containsOnly(Reason.LOCKED);
  }

  @Test
  void theOutlineIsForPeople() {
    var page =
        PAGE.edited(
            DRAFT,
            rename("Work", "Labour"),
            moveSection("War", null),
            removeSection("War"),
            split("Childhood", "b", "Youth"),
            mergeSection("Work", "War"));

    assertThat(page.text()).isEqualTo(PAGE.text());
    assertThat(page.reasons()).hasSize(5).containsOnly(Reason.WRITTEN_BY_HAND);
  }

  @Test
  void whatIsGoneOrThereAlreadyCannotBe() {
    var page =
        PAGE.edited(
            ANNA,
            rename("Peace", "Love"),
            moveSection("Peace", null),
            moveSection("War", "Peace"),
            removeSection("Peace"),
            split("Peace", "x", "Youth"),
            split("Work", "a", "Youth"),
            mergeSection("Work", "Peace"),
            mergeSection("Peace", "Work"),
            split("Childhood", "b", "Work"),
            mergeSection("Work", "Work"));

    assertThat(page.text()).isEqualTo(PAGE.text());
    assertThat(page.reasons().subList(0, 8)).containsOnly(Reason.GONE);
    assertThat(page.reasons().subList(8, 10)).containsOnly(Reason.ALREADY_THERE);
  }

  @Test
  void ofTwoNewNamesTheFirstStays() {
    var page =
        PAGE.edited(ANNA, rename("Work", "Labour")).edited(ANNA, PAGE, rename("Work", "Job"));

    assertThat(page.text()).contains("Labour: d");
    assertThat(page.reasons()).containsExactly(Reason.CHANGED_MEANWHILE);
    assertThat(page.edited(ANNA, PAGE, rename("Work", "Labour")).reasons()).isEmpty();
  }

  @Test
  void aSectionDoesNotGoWithWhatNobodySaw() {
    var page = PAGE.edited(DRAFT, insert("Work", "d", "e"));

    assertThat(page.edited(ANNA, PAGE, removeSection("Work")).reasons())
        .containsExactly(Reason.CHANGED_MEANWHILE);
    assertThat(
            PAGE.edited(ANNA, move("a", "Work", null))
                .edited(ANNA, PAGE, removeSection("Work"))
                .reasons())
        .containsExactly(Reason.CHANGED_MEANWHILE);
    assertThat(
            PAGE.edited(ANNA, replace("d", "D"))
                .edited(ANNA, PAGE, removeSection("Work"))
                .reasons())
        .containsExactly(Reason.CHANGED_MEANWHILE);
    assertThat(page.edited(ANNA, removeSection("Work")).text())
        .isEqualTo("Childhood: a, b, c\nWar: ");
  }

  @Test
  void whatWasMovedAwayMeanwhileStays() {
    var page = PAGE.edited(ANNA, move("d", "War", null)).edited(ANNA, PAGE, removeSection("Work"));

    assertThat(page.text()).isEqualTo("Childhood: a, b, c\nWar: d");
  }

  @Test
  void oneGoMayDoMuch() {
    var page =
        PAGE.edited(
            ANNA,
            addSection("Peace", "War"),
            rename("Peace", "Love"),
            rename("Peace", "Love and peace"),
            insert("Work", "d", "e"),
            replace("d", "D"),
            move("a", "Work", null),
            removeSection("Work"),
            split("Childhood", "c", "Youth"),
            mergeSection("Youth", "Peace"));

    assertThat(page.text()).isEqualTo("Childhood: b\nWar: \nLove and peace: c");
    assertThat(page.outcome.unplaced()).isEmpty();
  }

  @Test
  void aDraftFollowsItsParagraphsIntoTheHalfThatTheyWentTo() {
    var page = PAGE.edited(ANNA, split("Childhood", "b", "Youth"));

    assertThat(page.edited(DRAFT, PAGE, insert("Childhood", "b", "e")).text())
        .startsWith("Childhood: a\nYouth: b, e, c\n");
    assertThat(page.edited(DRAFT, PAGE, insert("Childhood", "a", "e")).text())
        .startsWith("Childhood: a, e\nYouth: b, c\n");
  }

  @Test
  void aDraftFollowsItsParagraphsIntoTheSectionThatTheyWereMergedInto() {
    var page = PAGE.edited(ANNA, mergeSection("Childhood", "Work"));

    assertThat(page.edited(DRAFT, PAGE, insert("Childhood", "b", "e")).text())
        .isEqualTo("Work: d, a, b, e, c\nWar: ");
    assertThat(page.edited(DRAFT, PAGE, insert("Childhood", null, "e")).text())
        .isEqualTo("Work: d, e, a, b, c\nWar: ");
    assertThat(page.edited(DRAFT, PAGE, replace("b", "B"), remove("a")).text())
        .isEqualTo("Work: d, B, c\nWar: ");
    assertThat(page.locked("Work").edited(DRAFT, PAGE, insert("Childhood", "b", "e")).reasons())
        .containsExactly(Reason.LOCKED);
  }

  @Test
  void aDraftForASectionThatIsGoneIsNotPlacedElsewhere() {
    var page = PAGE.edited(ANNA, removeSection("Childhood"));

    assertThat(page.edited(DRAFT, PAGE, insert("Childhood", "b", "e"), replace("a", "A")).reasons())
        .containsExactly(Reason.GONE, Reason.GONE);
    assertThat(
            PAGE.edited(ANNA, removeSection("War"))
                .edited(DRAFT, PAGE, insert("War", null, "e"))
                .reasons())
        .containsExactly(Reason.GONE);
  }

  @Test
  void aParagraphThatAloneToldThePlaceIsNotLostWhenItIsMoved() {
    var alone = PAGE.edited(ANNA, remove("b"), remove("c"));
    var page = alone.edited(ANNA, mergeSection("Childhood", "Work"));

    assertThat(page.edited(ANNA, alone, move("a", "Childhood", null)).text())
        .isEqualTo("Work: d, a\nWar: ");
  }

  @Test
  void aSplitFallsInFrontOfTheNextParagraphThatIsStillThere() {
    var page = PAGE.edited(ANNA, remove("b"));

    assertThat(page.edited(ANNA, PAGE, split("Childhood", "b", "Youth")).text())
        .startsWith("Childhood: a\nYouth: c\n");
    assertThat(
            page.edited(ANNA, remove("c"))
                .edited(ANNA, PAGE, split("Childhood", "b", "Y"))
                .reasons())
        .containsExactly(Reason.GONE);
    assertThat(
            PAGE.edited(ANNA, mergeSection("Childhood", "War"))
                .edited(ANNA, PAGE, split("Childhood", "b", "Youth"))
                .text())
        .isEqualTo("Work: d\nWar: a\nYouth: b, c");
  }

  @Test
  void aSectionThatStoodBehindOneThatIsGoneStandsBehindTheOneBefore() {
    var page = PAGE.edited(ANNA, removeSection("Work"));

    assertThat(page.edited(ANNA, PAGE, addSection("Peace", "Work")).text())
        .isEqualTo("Childhood: a, b, c\nPeace: \nWar: ");
    assertThat(page.edited(ANNA, PAGE, moveSection("War", "Work")).text())
        .isEqualTo("Childhood: a, b, c\nWar: ");
    assertThat(
            page.edited(ANNA, removeSection("Childhood"))
                .edited(DRAFT, PAGE, addSection("Peace", "Work"))
                .text())
        .isEqualTo("Peace: \nWar: ");
  }

  private static List<Block> blocks(Page page) {
    return page.document.sections().stream().flatMap(it -> it.blocks().stream()).toList();
  }
}
