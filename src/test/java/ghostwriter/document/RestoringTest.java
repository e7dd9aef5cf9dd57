package ghostwriter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ghostwriter.document.RestoreResult.MovedOn;
import ghostwriter.document.RestoreResult.NothingThere;
import ghostwriter.document.RestoreResult.Restored;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The way back to earlier versions.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoringTest {
  private static final PersonId ANNA = ((Author.ByHand) Page.ANNA).person();

  private final TestHouse house = new TestHouse(new SteppingClock());
  private final Documents documents = house.documents;
  private ProjectId project;
  private SectionId first;
  private BlockId block;

  /// Version 2: "one", 3: "two", 4: "three".
  @BeforeEach
  void aDocumentOfFourVersions() {
    project = house.project("memoir").id();
    first = documents.current(project).sections().getFirst().id();
    block = new BlockId(UUID.randomUUID());
    apply(Page.ANNA, new Edit.Insert(first, null, block, Page.said("one")));
    write("two");
    write("three");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void anUndoBringsBackTheVersionBeforeAsANewOne() {
    assertThat(undo(4)).isEqualTo(new Restored(5));

    assertThat(sections(5)).isEqualTo(sections(3));
    assertThat(sections(4)).isNotEqualTo(sections(3));
    assertThat(documents.current(project).version()).isEqualTo(5);
  }

  @Test
  void undoingTwiceGoesBackByTwo() {
    undo(4);
    undo(5);

    assertThat(text()).isEqualTo("one");
    assertThat(undo(6)).isEqualTo(new Restored(7));
    assertThat(text()).isEmpty();
    assertThat(undo(7)).isEqualTo(new NothingThere());
    assertThat(documents.current(project).version()).isEqualTo(7);
  }

  @Test
  void whatWasUndoneIsBroughtBackByRestoringIt() {
    undo(4);
    undo(5);

    assertThat(restore(6, 4)).isEqualTo(new Restored(7));
    assertThat(sections(7)).isEqualTo(sections(4));
    assertThat(undo(7)).isEqualTo(new Restored(8));
    assertThat(text()).isEqualTo("one");
  }

  @Test
  void anEditAfterAnUndoIsUndoneToTheUndo() {
    undo(4);
    undo(5);
    write("four");

    undo(7);
    assertThat(text()).isEqualTo("one");
    undo(8);
    assertThat(text()).isEmpty();
  }

  @Test
  void theHistoryTellsWhatWasRestoredAndByWhom() {
    undo(4);
    restore(5, 2);

    assertThat(documents.history(project, 3))
        .extracting(VersionEntry::number, VersionEntry::restored)
        .containsExactly(
            tuple(6, OptionalInt.of(2)),
            tuple(5, OptionalInt.of(3)),
            tuple(4, OptionalInt.empty()));
    assertThat(documents.history(project, 1).getFirst().person()).contains(ANNA);
  }

  @Test
  void whereSomebodyWroteMeanwhileNothingIsUndone() {
    assertThat(undo(3)).isEqualTo(new MovedOn(4));
    assertThat(restore(3, 2)).isEqualTo(new MovedOn(4));
    assertThat(restore(9, 2)).isEqualTo(new MovedOn(4));
    assertThat(documents.current(project).version()).isEqualTo(4);
  }

  @Test
  void whatNeverWasIsNotRestored() {
    assertThat(restore(4, 5)).isEqualTo(new NothingThere());
    assertThat(restore(4, 0)).isEqualTo(new NothingThere());
  }

  @Test
  void whatStandsNeedsNoRestoring() {
    assertThat(restore(4, 4)).isEqualTo(new Restored(4));
    assertThat(documents.current(project).version()).isEqualTo(4);
  }

  @Test
  void theNewsTellsWhatChangedAndHowTheOutlineStands() {
    apply(Page.ANNA, new Edit.RemoveSection(first));
    undo(5);

    assertThat(house.feed.after(project, 0, 50).getLast().payload())
        .contains(
            "\"version\": 6",
            "\"sections\": [\"" + first + "\"]",
            "\"outline\": [{\"heading\": \"Where it began\", \"written\": true}, ");
  }

  @Test
  void aDraftThatWasWrittenBeforeAnUndoLosesNothing() {
    var other = new BlockId(UUID.randomUUID());
    apply(draft(), new Edit.Insert(first, block, other, Page.said("drafted")));
    undo(5);

    var result =
        apply(
            5,
            draft(),
            new Edit.Replace(other, Page.said("drafted anew")),
            new Edit.Insert(first, other, new BlockId(UUID.randomUUID()), Page.said("more")));

    assertThat(texts(documents.current(project))).containsExactly("three", "more");
    assertThat(result.unplaced())
        .extracting(Unplaced::reason)
        .containsExactly(Unplaced.Reason.GONE);
    assertThat(documents.openProposals(project)).isEqualTo(1);
  }

  @Test
  void aWordingThatCameBackIsNotTakenForTheOneADraftSaw() {
    var other = new BlockId(UUID.randomUUID());
    apply(draft(), new Edit.Insert(first, block, other, Page.said("drafted")));
    apply(draft(), new Edit.Replace(other, Page.said("drafted anew")));
    undo(6);

    var result = apply(6, draft(), new Edit.Replace(other, Page.said("drafted again")));

    assertThat(texts(documents.current(project))).containsExactly("three", "drafted");
    assertThat(result.unplaced()).hasSize(1);
  }

  private RestoreResult undo(int base) {
    return house.inTransaction(() -> documents.undo(project, base, ANNA));
  }

  private RestoreResult restore(int base, int number) {
    return house.inTransaction(() -> documents.restore(project, base, number, ANNA));
  }

  private void write(String text) {
    apply(Page.ANNA, new Edit.Replace(block, Page.said(text)));
  }

  private ApplyResult apply(Author author, Edit... edits) {
    return apply(documents.current(project).version(), author, edits);
  }

  private ApplyResult apply(int base, Author author, Edit... edits) {
    return house.inTransaction(
        () -> documents.apply(project, base, author, List.of(edits), Words.NONE));
  }

  private static Author draft() {
    return new Author.ByDraft(new JobId(UUID.randomUUID()));
  }

  private List<Section> sections(int version) {
    return documents.at(project, version).orElseThrow().sections();
  }

  private String text() {
    return String.join(" ", texts(documents.current(project)));
  }

  private static List<String> texts(Document document) {
    return document.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .map(it -> it.content().markdown().text())
        .toList();
  }
}
