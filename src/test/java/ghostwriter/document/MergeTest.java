package ghostwriter.document;

import static ghostwriter.document.Page.ANNA;
import static ghostwriter.document.Page.DRAFT;
import static ghostwriter.document.Page.addSection;
import static ghostwriter.document.Page.insert;
import static ghostwriter.document.Page.move;
import static ghostwriter.document.Page.remove;
import static ghostwriter.document.Page.replace;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Unplaced.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MergeTest {
  /// Childhood: a, b, c · Work: d, all written by a draft.
  private static final Page PAGE =
      Page.with("Childhood", "Work")
          .edited(
              DRAFT,
              insert("Childhood", null, "a"),
              insert("Childhood", "a", "b"),
              insert("Childhood", "b", "c"),
              insert("Work", null, "d"));

  /// For what holds whoever edits.
  static Stream<Author> both() {
    return Stream.of(ANNA, DRAFT);
  }

  @Test
  void editsAreAppliedInTheirOrder() {
    assertThat(PAGE.text()).isEqualTo("Childhood: a, b, c\nWork: d");
  }

  @ParameterizedTest
  @MethodSource("both")
  void aBlockIsInsertedBehindAnotherOrFirst(Author who) {
    var page = PAGE.edited(who, insert("Work", null, "e"), insert("Work", "d", "f"));

    assertThat(page.text()).isEqualTo("Childhood: a, b, c\nWork: e, d, f");
    assertThat(page.outcome.changed()).containsExactly(Page.section("Work"));
    assertThat(page.outcome.revisions()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("both")
  void aBlockIsReplaced(Author who) {
    var page = PAGE.edited(who, replace("b", "B"));

    assertThat(page.text()).isEqualTo("Childhood: a, B, c\nWork: d");
    assertThat(page.theBlock("b").origin()).isEqualTo(who.origin());
    assertThat(page.theBlock("b").revision()).isNotEqualTo(PAGE.theBlock("b").revision());
  }

  @ParameterizedTest
  @MethodSource("both")
  void aBlockIsRemoved(Author who) {
    var page = PAGE.edited(who, remove("b"));

    assertThat(page.text()).isEqualTo("Childhood: a, c\nWork: d");
    assertThat(page.outcome.revisions()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("both")
  void aBlockIsMovedAndKeepsItsRevision(Author who) {
    var page = PAGE.edited(who, move("a", "Work", "d"), move("c", "Childhood", null));

    assertThat(page.text()).isEqualTo("Childhood: c, b\nWork: d, a");
    assertThat(page.theBlock("a")).isEqualTo(PAGE.theBlock("a"));
    assertThat(page.outcome.changed())
        .containsExactlyInAnyOrder(Page.section("Childhood"), Page.section("Work"));
  }

  @ParameterizedTest
  @MethodSource("both")
  void aSectionIsAddedBehindAnotherOrFirst(Author who) {
    var page = PAGE.edited(who, addSection("War", "Childhood"), addSection("Before", null));

    assertThat(page.text()).isEqualTo("Before: \nChildhood: a, b, c\nWar: \nWork: d");
  }

  @Test
  void aHumansNewWordingStillRestsOnTheSameWords() {
    var page = PAGE.edited(ANNA, new Edit.Replace(Page.block("b"), Page.typed("B, by hand")));

    var content = page.theBlock("b").content();
    assertThat(content.markdown().text()).isEqualTo("B, by hand");
    assertThat(content.grounding()).isEqualTo(Grounding.SOURCED);
    assertThat(content.sources()).containsExactly(Page.SOURCE);
    assertThat(page.theBlock("b").touched()).isTrue();
  }

  @Test
  void aHumansNewWordingRestsOnTheWordsAsTheyAreNowWhereItNamesThem() {
    var page = PAGE.edited(ANNA, new Edit.Replace(Page.block("b"), Page.reworded("B, by hand")));

    var content = page.theBlock("b").content();
    assertThat(content.grounding()).isEqualTo(Grounding.SOURCED);
    assertThat(content.sources()).containsExactly(Page.CORRECTED);
  }

  @ParameterizedTest
  @MethodSource("both")
  void whatIsReplacedByItselfOrMovedToWhereItStandsIsAsItWas(Author who) {
    var page = PAGE.edited(who, replace("b", "b"), move("c", "Childhood", "b"));

    assertThat(page.document.sections()).isEqualTo(PAGE.document.sections());
    assertThat(page.outcome.changed()).isEmpty();
    assertThat(page.outcome.revisions()).isEmpty();
    assertThat(page.outcome.edits()).isEqualTo(2);
  }

  @Test
  void whoeverSavesTheSameWordsLetsThemStand() {
    var page = PAGE.edited(ANNA, new Edit.Replace(Page.block("b"), Page.reworded("b")));

    assertThat(page.theBlock("b").content().sources()).containsExactly(Page.CORRECTED);
    assertThat(page.theBlock("b").touched()).isFalse();
    assertThat(page.theBlock("b").origin()).isEqualTo(Origin.DRAFT);
  }

  @Test
  void aDraftDoesNotChangeWhatAHumanWrote() {
    var byHand = PAGE.edited(ANNA, replace("b", "B"), insert("Childhood", "c", "e"));
    var page =
        byHand.edited(DRAFT, replace("b", "X"), remove("b"), move("b", "Work", null), remove("e"));

    assertThat(page.text()).isEqualTo(byHand.text());
    assertThat(page.reasons()).hasSize(4).containsOnly(Reason.WRITTEN_BY_HAND);
  }

  @Test
  void aDraftLeavesALockedSectionAlone() {
    var locked = PAGE.locked("Childhood");
    var page =
        locked.edited(
            DRAFT,
            replace("b", "X"),
            remove("b"),
            move("a", "Work", null),
            move("d", "Childhood", null),
            insert("Childhood", null, "e"));

    assertThat(page.text()).isEqualTo(PAGE.text());
    assertThat(page.reasons()).hasSize(5).containsOnly(Reason.LOCKED);
  }

  @Test
  void aHumanMayEditALockedSection() {
    var page = PAGE.locked("Childhood").edited(ANNA, replace("b", "B"), remove("c"));

    assertThat(page.text()).isEqualTo("Childhood: a, B\nWork: d");
    assertThat(page.document.sections().getFirst().locked()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("both")
  void whatChangedSinceTheBaseIsNotChangedAgain(Author who) {
    var newer = PAGE.edited(DRAFT, replace("b", "newer"));
    var page = newer.edited(who, PAGE, replace("b", "X"), remove("b"), replace("c", "C"));

    assertThat(page.text()).isEqualTo("Childhood: a, newer, C\nWork: d");
    assertThat(page.reasons()).containsExactly(Reason.CHANGED_MEANWHILE, Reason.CHANGED_MEANWHILE);
    assertThat(page.outcome.edits()).isEqualTo(1);
  }

  @Test
  void aBlockMayBeEditedTwiceInOneGo() {
    var page = PAGE.edited(DRAFT, replace("b", "B"), replace("b", "BB"), move("b", "Work", null));

    assertThat(page.text()).isEqualTo("Childhood: a, c\nWork: BB, d");
    assertThat(page.outcome.unplaced()).isEmpty();
  }

  @Test
  void whatWasMovedSinceTheBaseMayStillBeReplaced() {
    var moved = PAGE.edited(ANNA, move("b", "Work", "d"));
    var page = moved.edited(DRAFT, PAGE, replace("b", "B"));

    assertThat(page.text()).isEqualTo("Childhood: a, c\nWork: d, B");
  }

  @ParameterizedTest
  @MethodSource("both")
  void whatIsGoneCannotBeEdited(Author who) {
    var without = PAGE.edited(ANNA, remove("b"));
    var page =
        without.edited(
            who,
            PAGE,
            replace("b", "B"),
            remove("b"),
            move("b", "Work", null),
            insert("War", null, "e"),
            move("a", "War", null),
            addSection("Peace", "War"));

    assertThat(page.text()).isEqualTo(without.text());
    assertThat(page.reasons()).hasSize(6).containsOnly(Reason.GONE);
  }

  @ParameterizedTest
  @MethodSource("both")
  void whatIsThereIsNotInsertedAgain(Author who) {
    var page =
        PAGE.edited(
            who,
            insert("Work", null, "b"),
            insert("Work", "d", "e"),
            insert("Work", "d", "e"),
            addSection("Work", null));

    assertThat(page.text()).isEqualTo("Childhood: a, b, c\nWork: d, e");
    assertThat(page.reasons()).hasSize(3).containsOnly(Reason.ALREADY_THERE);
  }

  @Test
  void whereTheNeighbourIsGoneTheOneBeforeItTakesItsPlace() {
    var without = PAGE.edited(ANNA, remove("b"));

    assertThat(without.edited(DRAFT, PAGE, insert("Childhood", "b", "e")).text())
        .isEqualTo("Childhood: a, e, c\nWork: d");
    assertThat(
            without
                .edited(ANNA, remove("a"))
                .edited(DRAFT, PAGE, insert("Childhood", "b", "e"))
                .text())
        .isEqualTo("Childhood: e, c\nWork: d");
  }

  @Test
  void whereTheNeighbourStandsInAnotherSectionTheOneBeforeItTakesItsPlace() {
    var moved = PAGE.edited(ANNA, move("b", "Work", "d"));

    assertThat(moved.edited(DRAFT, PAGE, insert("Childhood", "b", "e")).text())
        .isEqualTo("Childhood: a, e, c\nWork: d, b");
  }

  @Test
  void aBlockMovedBehindItselfStaysWhereItIs() {
    var page = PAGE.edited(ANNA, move("b", "Childhood", "b"));

    assertThat(page.text()).isEqualTo(PAGE.text());
  }

  @Test
  void nothingToDoChangesNothing() {
    var page = PAGE.edited(DRAFT);

    assertThat(page.document.sections()).isEqualTo(PAGE.document.sections());
    assertThat(page.outcome.edits()).isZero();
    assertThat(page.outcome.changed()).isEmpty();
  }
}
