package ghostwriter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.document.ApplyResult.Applied;
import ghostwriter.document.ApplyResult.Unchanged;
import ghostwriter.document.Section.State;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {
  private static final Words CHANGED = new Words("Something changed.");

  private final TestHouse house = new TestHouse(new SteppingClock());
  private final Documents documents = house.documents;
  private ProjectId project;
  private SectionId first;

  @BeforeEach
  void aFreshDocument() {
    project = house.project("memoir").id();
    first = documents.current(project).sections().getFirst().id();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aDocumentBeginsWithItsOutline() {
    var document = documents.current(project);

    assertThat(document.version()).isEqualTo(1);
    assertThat(document.sections())
        .extracting(Section::heading)
        .startsWith("Where it began", "The people");
    assertThat(document.sections()).allMatch(section -> section.state() == State.DRAFTING);
  }

  @Test
  void anEditMakesAVersionAndANews() {
    var result = apply(1, Page.ANNA, insert("We left."));

    assertThat(result).isEqualTo(new Applied(2, 1, List.of(first), List.of(), CHANGED));
    assertThat(texts(documents.current(project))).containsExactly("We left.");
    assertThat(house.feed.after(project, 0, 10).getLast().payload())
        .contains("\"version\": 2", "\"human\"", first.toString());
  }

  @Test
  void theNewsTellsHowTheWholeOutlineStands() {
    apply(1, Page.ANNA, insert("We left."));

    assertThat(house.feed.after(project, 0, 20).getLast().payload())
        .contains(
            "\"outline\": [{\"heading\": \"Where it began\", \"written\": true}, {\"heading\": \"The people\", \"written\": false}");
  }

  @Test
  void nothingToDoMakesNoVersion() {
    var result = apply(1, draft(), new Edit.Remove(new BlockId(UUID.randomUUID())));

    assertThat(result).isInstanceOf(Unchanged.class);
    assertThat(result.unplaced()).hasSize(1);
    assertThat(documents.current(project).version()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"revision", "version", "document", "section", "proposal", "feed_event"})
  void wherePartOfAVersionCannotBeWrittenNothingIs(String table) {
    apply(1, Page.ANNA, insert("We left."));
    var block = documents.current(project).sections().getFirst().blocks().getFirst().id();
    var before = everything();
    house
        .sql
        .sql("alter table " + table + " add constraint never check (false) not valid")
        .update();
    try {
      assertThatThrownBy(() -> apply(2, draft(), insert("By boat."), new Edit.Remove(block)))
          .isInstanceOf(DataIntegrityViolationException.class);
    } finally {
      house.sql.sql("alter table " + table + " drop constraint never").update();
    }

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void theSameDraftIsNotAppliedTwice() {
    var draft = draft();
    apply(1, draft, insert("We left."));
    var before = everything();

    assertThatThrownBy(() -> apply(2, draft, insert("We left.")))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void editsAgainstAnOlderVersionFindTheirPlace() {
    apply(1, Page.ANNA, insert("We left."));
    apply(2, draft(), insert("By boat."));
    var block = documents.at(project, 2).orElseThrow().sections().getFirst().blocks().getFirst();
    apply(2, Page.ANNA, new Edit.Replace(block.id(), Page.said("We went.")));

    assertThat(texts(documents.current(project))).containsExactly("By boat.", "We went.");
  }

  @Test
  void aBaseThatNeverWasIsRefused() {
    assertThatThrownBy(() -> apply(7, Page.ANNA, insert("We left.")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The document has no version 7.");
  }

  @Test
  void writersWaitForEachOtherAndLoseNothing() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var written =
          IntStream.range(0, 40)
              .mapToObj(i -> threads.submit(() -> apply(1, Page.ANNA, insert("Turn " + i + "."))))
              .toList();
      for (var one : written) {
        one.get();
      }
    }

    assertThat(documents.current(project).version()).isEqualTo(41);
    assertThat(texts(documents.current(project))).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void theSummaryIsTheLastDraftsOwn() {
    apply(1, draft(), new Words("I wrote of the sea."), insert("We left."));
    apply(2, draft(), Words.NONE, insert("By boat."));
    apply(3, draft(), new Words(" "), insert("By night."));
    apply(4, Page.ANNA, new Words("By hand."), insert("In May."));

    assertThat(documents.current(project).summary().text()).isEqualTo("I wrote of the sea.");
    assertThat(documents.current(project).version()).isEqualTo(5);
  }

  @Test
  void onlyWhatADraftChangedWaitsForAReview() {
    var second = documents.current(project).sections().get(1).id();
    apply(1, Page.ANNA, insert("We left."));
    assertThat(documents.current(project).sections().getFirst().state()).isEqualTo(State.DRAFTING);

    apply(2, draft(), new Edit.Insert(second, null, block(), Page.said("My aunt.")));
    assertThat(documents.current(project).sections())
        .extracting(Section::state)
        .startsWith(State.DRAFTING, State.NEEDS_REVIEW, State.DRAFTING);
  }

  @Test
  void aSectionThatADraftAddsIsKept() {
    var added = new SectionId(UUID.randomUUID());
    apply(
        1,
        draft(),
        new Edit.AddSection(added, first, "The crossing"),
        new Edit.Insert(added, null, block(), Page.said("We left.")));

    var section = documents.current(project).sections().get(1);
    assertThat(section.heading()).isEqualTo("The crossing");
    assertThat(section.blocks()).hasSize(1);
  }

  @Test
  void aDraftsEditWithoutAPlaceIsKeptAsAProposalAndAHumansIsNot() {
    apply(1, Page.ANNA, insert("We left."));
    var block = documents.current(project).sections().getFirst().blocks().getFirst().id();
    Edit edit = new Edit.Replace(block, Page.said("We fled."));
    apply(2, draft(), edit);
    apply(2, Page.ANNA, new Edit.Remove(block()));

    assertThat(documents.openProposals(project)).isEqualTo(1);
    var kept =
        house
            .sql
            .sql("select edit::text from proposal where project_id = :p and base_version = 2")
            .param("p", project.value())
            .query(String.class)
            .single();
    assertThat(house.json.readValue(kept, Edit.class)).isEqualTo(edit);
  }

  @Test
  void aProjectsProposalsAreNotAnothers() {
    var other = house.project("memoir").id();
    apply(1, draft(), new Edit.Remove(block()));

    assertThat(documents.openProposals(other)).isZero();
  }

  private ApplyResult apply(int base, Author author, Edit... edits) {
    return apply(base, author, CHANGED, edits);
  }

  private ApplyResult apply(int base, Author author, Words summary, Edit... edits) {
    return house.inTransaction(
        () -> documents.apply(project, base, author, List.of(edits), summary));
  }

  private Edit insert(String text) {
    return new Edit.Insert(first, null, block(), Page.said(text));
  }

  private static Author draft() {
    return new Author.ByDraft(new JobId(UUID.randomUUID()));
  }

  private static BlockId block() {
    return new BlockId(UUID.randomUUID());
  }

  private static List<String> texts(Document document) {
    return document.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .map(block -> block.content().markdown().text())
        .toList();
  }

  /// All rows of the project that a version could touch.
  private List<String> everything() {
    var rows = new ArrayList<String>();
    for (String table :
        List.of("document", "section", "revision", "version", "proposal", "feed_event")) {
      rows.addAll(
          house
              .sql
              .sql("select to_jsonb(t)::text from " + table + " t where project_id = :p order by 1")
              .param("p", project.value())
              .query((row, _) -> row.getString(1))
              .list());
    }
    return rows;
  }
}
