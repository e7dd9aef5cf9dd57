package ghostwriter.document;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Proposals.Acceptance;
import ghostwriter.document.Verdict.Accepted;
import ghostwriter.document.Verdict.MovedOn;
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
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A proposal that is accepted while others go on writing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptingTest {
  private static final PersonId ROSA = new PersonId(new UUID(5, 5));
  private static final BlockId BLOCK = new BlockId(new UUID(6, 1));

  private final TestHouse house = new TestHouse(new SteppingClock());
  private final Documents documents = house.documents;
  private ProjectId project;
  private SectionId first;

  @BeforeEach
  void aDocumentWithAParagraphByHand() {
    project = house.project("memoir").id();
    first = documents.current(project).sections().getFirst().id();
    apply(Page.ANNA, insert(BLOCK, null, "We left by boat."));
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void whatSomebodyElseWroteSinceItWasReadIsNotOverwritten() {
    draft(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    int seen = documents.current(project).version();
    apply(Page.ANNA, new Edit.Replace(BLOCK, Page.typed("We left by ship.")));

    assertThat(accept(seen)).isEqualTo(new MovedOn());
    assertThat(accept(99)).isEqualTo(new MovedOn());
    assertThat(texts()).containsExactly("We left by ship.");

    assertThat(accept(seen + 1)).isInstanceOf(Accepted.class);
    assertThat(texts()).containsExactly("We left by night.");
  }

  @Test
  void whatSomebodyElseWroteIsNotRemovedUnseenEither() {
    draft(new Edit.Remove(BLOCK));
    int seen = documents.current(project).version();
    apply(Page.ANNA, new Edit.Replace(BLOCK, Page.typed("We left by ship.")));

    assertThat(accept(seen)).isEqualTo(new MovedOn());
    assertThat(texts()).containsExactly("We left by ship.");
  }

  @Test
  void whatWasWrittenElsewhereSinceItWasReadIsInNobodysWay() {
    draft(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    int seen = documents.current(project).version();
    apply(Page.ANNA, insert(new BlockId(UUID.randomUUID()), BLOCK, "It was May."));

    assertThat(accept(seen)).isInstanceOf(Accepted.class);
    assertThat(texts()).containsExactly("We left by night.", "It was May.");
  }

  @Test
  void whatIsAsProposedAlreadyIsAcceptedWithoutANewVersion() {
    SectionId second = documents.current(project).sections().get(1).id();
    draft(new Edit.Move(BLOCK, second, null));
    apply(Page.ANNA, new Edit.Move(BLOCK, second, null));
    int moved = documents.current(project).version();

    assertThat(accept(moved)).isEqualTo(new Accepted(moved));
    assertThat(documents.current(project).version()).isEqualTo(moved);
    assertThat(documents.openProposals(project)).isZero();
  }

  @Test
  void aNewParagraphGoesWithTheNeighboursWhoseSectionWasMerged() {
    house.doInTransaction(
        () -> documents.mark(project, first, Optional.empty(), Optional.of(true)));
    draft(insert(new BlockId(UUID.randomUUID()), BLOCK, "By night."));
    SectionId second = documents.current(project).sections().get(1).id();
    apply(Page.ANNA, new Edit.MergeSection(first, second));

    assertThat(only().isPlaceable()).isTrue();
    assertThat(only().section()).contains(second);
    assertThat(accept(documents.current(project).version())).isInstanceOf(Accepted.class);
    assertThat(texts()).containsExactly("We left by boat.", "By night.");
  }

  private Verdict accept(int seen) {
    return house.inTransaction(() ->
        house.proposals.accept(
            project,
            only().proposal().id(),
            ROSA,
            new Acceptance(Optional.empty(), OptionalInt.of(seen))));
  }

  private OpenProposal only() {
    List<OpenProposal> open = house.proposals.open(project);
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private void draft(Edit edit) {
    apply(new Author.ByDraft(new JobId(UUID.randomUUID())), edit);
  }

  private void apply(Author author, Edit edit) {
    house.inTransaction(() ->
        documents.apply(
            project, documents.current(project).version(), author, List.of(edit), Words.NONE));
  }

  private Edit insert(BlockId block, @Nullable BlockId after, String text) {
    return new Edit.Insert(first, after, block, Page.said(text));
  }

  private List<String> texts() {
    return documents.current(project).sections().getFirst().blocks().stream()
        .map(block -> block.content().markdown().text())
        .toList();
  }
}
