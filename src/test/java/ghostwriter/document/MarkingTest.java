package ghostwriter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.document.Section.State;
import ghostwriter.feed.FeedEvent;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How sections are marked: what no version keeps.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkingTest {
  private static final PersonId ANNA = ((Author.ByHand) Page.ANNA).person();

  private final TestHouse house = new TestHouse(new SteppingClock());
  private final Documents documents = house.documents;
  private ProjectId project;
  private SectionId first;
  private BlockId block;

  @BeforeEach
  void aDocumentWithAParagraph() {
    project = house.project("memoir").id();
    first = documents.current(project).sections().getFirst().id();
    block = new BlockId(UUID.randomUUID());
    apply(Page.ANNA, new Edit.Insert(first, null, block, Page.said("one")));
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void stateAndLockAreMarkedAndTold() {
    assertThat(mark(Optional.of(State.APPROVED), Optional.empty()))
        .contains(new SectionMark(first, "Where it began", State.APPROVED, false));
    assertThat(mark(Optional.empty(), Optional.of(true)))
        .contains(new SectionMark(first, "Where it began", State.APPROVED, true));

    assertThat(documents.current(project).version()).isEqualTo(2);
    assertThat(documents.current(project).sections().getFirst().locked()).isTrue();
    assertThat(house.feed.after(project, 0, 50).getLast())
        .satisfies(news -> {
          assertThat(news.kind()).isEqualTo("sectionChanged");
          assertThat(news.payload()).contains("\"approved\"", "\"locked\": true");
        });
  }

  @Test
  void aSectionThatIsGoneIsNotMarked() {
    apply(Page.ANNA, new Edit.RemoveSection(first));

    assertThat(mark(Optional.of(State.APPROVED), Optional.empty())).isEmpty();
    undo(3);
    assertThat(mark(Optional.of(State.APPROVED), Optional.empty())).isPresent();
  }

  @Test
  void noUndoTakesALockBack() {
    mark(Optional.empty(), Optional.of(true));
    undo(2);

    assertThat(documents.current(project).sections().getFirst().locked()).isTrue();
  }

  @Test
  void aSectionThatWasMergedIntoAnotherHandsItsLockOn() {
    var second = documents.current(project).sections().get(1).id();
    mark(Optional.empty(), Optional.of(true));
    apply(Page.ANNA, new Edit.MergeSection(first, second));

    assertThat(documents.current(project).sections().getFirst().locked()).isTrue();
  }

  @Test
  void aSectionThatWasSplitOffIsMarkedLikeTheOther() {
    mark(Optional.of(State.APPROVED), Optional.of(true));
    var added = new SectionId(UUID.randomUUID());
    apply(Page.ANNA, new Edit.SplitSection(first, block, added, "Later"));

    var section = documents.current(project).sections().get(1);
    assertThat(section.id()).isEqualTo(added);
    assertThat(section.state()).isEqualTo(State.APPROVED);
    assertThat(section.locked()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true", "false, false"})
  void aSectionThatComesBackWholeIsLockedWhereOneOfItsHalvesIs(boolean one, boolean other) {
    var added = new SectionId(UUID.randomUUID());
    mark(Optional.empty(), Optional.of(true));
    apply(Page.ANNA, new Edit.SplitSection(first, block, added, "Later"));
    lock(first, one);
    lock(added, other);

    undo(3);

    var section = documents.current(project).sections().getFirst();
    assertThat(section.id()).isEqualTo(first);
    assertThat(section.blocks()).hasSize(1);
    assertThat(section.locked()).isEqualTo(one || other);
  }

  @Test
  void aLockThatIsTakenOverIsTold() {
    var added = new SectionId(UUID.randomUUID());
    apply(Page.ANNA, new Edit.SplitSection(first, block, added, "Later"));
    lock(added, true);
    long seen = house.feed.last(project);

    undo(3);

    assertThat(house.feed.after(project, seen, 50))
        .extracting(FeedEvent::kind)
        .containsExactly("sectionChanged", "documentChanged");
  }

  private void lock(SectionId section, boolean locked) {
    house.doInTransaction(
        () -> documents.mark(project, section, Optional.empty(), Optional.of(locked)));
  }

  @Test
  void onceALockIsConfirmedNoDraftLandsThatHasNotSeenIt() throws Exception {
    var drafting = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var drafted =
          threads.submit(() ->
              house.inTransaction(() -> {
                var result = documents.apply(project, 2, draft(), inserting("drafted"), Words.NONE);
                drafting.countDown();
                await(goOn);
                return result;
              }));
      await(drafting);
      var marked = threads.submit(() -> mark(Optional.empty(), Optional.of(true)));
      assertThatThrownBy(() -> marked.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      goOn.countDown();

      assertThat(drafted.get().version()).isEqualTo(3);
      assertThat(marked.get()).isPresent();
    }
    assertThat(apply(draft(), inserting("late").getFirst()).unplaced())
        .extracting(Unplaced::reason)
        .containsExactly(Unplaced.Reason.LOCKED);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Edit> inserting(String text) {
    return List.of(new Edit.Insert(first, null, new BlockId(UUID.randomUUID()), Page.said(text)));
  }

  private Optional<SectionMark> mark(Optional<State> state, Optional<Boolean> locked) {
    return house.inTransaction(() -> documents.mark(project, first, state, locked));
  }

  private void undo(int base) {
    assertThat(house.inTransaction(() -> documents.undo(project, base, ANNA)))
        .isEqualTo(new RestoreResult.Restored(base + 1));
  }

  private ApplyResult apply(Author author, Edit... edits) {
    int base = documents.current(project).version();
    return house.inTransaction(
        () -> documents.apply(project, base, author, List.of(edits), Words.NONE));
  }

  private static Author draft() {
    return new Author.ByDraft(new JobId(UUID.randomUUID()));
  }
}
