package ghostwriter.document;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Proposals.Acceptance;
import ghostwriter.document.Verdict.Accepted;
import ghostwriter.document.Verdict.Decided;
import ghostwriter.document.Verdict.NoPlace;
import ghostwriter.feed.FeedEvent;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a draft would change and may not, until a person decides.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalsTest {
  private static final PersonId ROSA = new PersonId(new UUID(5, 5));
  private static final BlockId BLOCK = new BlockId(new UUID(6, 1));

  private final SteppingClock clock = new SteppingClock();
  private final TestHouse house = new TestHouse(clock);
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
  void aProposalIsReadBesideWhatStandsThere() {
    propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));

    OpenProposal open = only();
    assertThat(open.section()).contains(first);
    assertThat(open.heading()).isEqualTo("Where it began");
    assertThat(open.before().orElseThrow().markdown().text()).isEqualTo("We left by boat.");
    assertThat(open.proposal().reason()).isEqualTo(Unplaced.Reason.WRITTEN_BY_HAND);
    assertThat(open.parts())
        .extracting(Part::change)
        .containsExactly(Change.SAME, Change.REMOVED, Change.ADDED, Change.SAME);
  }

  @Test
  void anAcceptedProposalStandsAsThePersonsOwnWithTheDraftsSources() {
    propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));

    assertThat(accept(only())).isEqualTo(new Accepted(3));

    Block block = documents.current(project).block(BLOCK).orElseThrow();
    assertThat(block.content()).isEqualTo(Page.said("We left by night."));
    assertThat(block.origin()).isEqualTo(Origin.HUMAN);
    assertThat(block.touched()).isTrue();
    assertThat(documents.history(project, 1).getFirst().person()).contains(ROSA);
    assertThat(house.proposals.open(project)).isEmpty();
  }

  @Test
  void aPersonsOwnWordingOfItKeepsTheDraftsSources() {
    propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    var own = new Proposals.Wording(BlockKind.QUOTE, new Words("> We left at night."));

    accept(only().proposal().id(), new Acceptance(Optional.of(own), OptionalInt.empty()));

    Content content = documents.current(project).block(BLOCK).orElseThrow().content();
    assertThat(content.markdown()).isEqualTo(own.markdown());
    assertThat(content.kind()).isEqualTo(BlockKind.QUOTE);
    assertThat(content.sources()).containsExactly(Page.SOURCE);
    assertThat(content.grounding()).isEqualTo(Grounding.SOURCED);
  }

  @Test
  void itIsPlacedIntoTheDocumentAsItStandsNow() {
    propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    apply(Page.ANNA, new Edit.Replace(BLOCK, Page.typed("We left by ship.")));
    apply(Page.ANNA, insert(new BlockId(UUID.randomUUID()), BLOCK, "It was May."));

    assertThat(only().before().orElseThrow().markdown().text()).isEqualTo("We left by ship.");
    accept(only());

    assertThat(texts()).containsExactly("We left by night.", "It was May.");
  }

  @Test
  void twoPeopleWhoAcceptTheSameAtOncePlaceItOnce() throws Exception {
    propose(insertIntoLocked(null, "By night."));
    UUID id = only().proposal().id();
    var start = new CyclicBarrier(4);
    List<Verdict> verdicts = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<Verdict> accepting =
          () -> {
            start.await();
            return accept(id);
          };
      for (var one : threads.invokeAll(List.of(accepting, accepting, accepting, accepting))) {
        verdicts.add(one.get());
      }
    }

    assertThat(verdicts).filteredOn(Accepted.class::isInstance).hasSize(1);
    assertThat(verdicts).filteredOn(new Decided(Proposal.State.ACCEPTED)::equals).hasSize(3);
    assertThat(texts()).containsExactly("By night.", "We left by boat.");
    assertThat(documents.current(project).version()).isEqualTo(3);
  }

  @Test
  void aRejectedProposalIsNotPlacedAndNotRejectedTwice() {
    propose(new Edit.Remove(BLOCK));
    UUID id = only().proposal().id();

    assertThat(reject(id)).isEqualTo(new Verdict.Rejected());
    assertThat(reject(id)).isEqualTo(new Decided(Proposal.State.REJECTED));
    assertThat(accept(id)).isEqualTo(new Decided(Proposal.State.REJECTED));
    assertThat(texts()).containsExactly("We left by boat.");
  }

  @Test
  void whatIsGoneCannotBeAcceptedUntilItIsBack() {
    propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    apply(Page.ANNA, new Edit.Remove(BLOCK));
    var before = documents.current(project);

    assertThat(only().isPlaceable()).isFalse();
    assertThat(only().before().orElseThrow().markdown().text()).isEqualTo("We left by boat.");
    assertThat(accept(only())).isEqualTo(new NoPlace());
    assertThat(documents.current(project)).isEqualTo(before);

    apply(Page.ANNA, insert(BLOCK, null, "We left, again."));
    assertThat(accept(only())).isInstanceOf(Accepted.class);
  }

  @Test
  void aLaterDraftsProposalForTheSameBlockTakesThePlaceOfTheOpenOne() {
    propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    UUID older = only().proposal().id();
    clock.advance(Duration.ofMinutes(1));
    propose(new Edit.Replace(BLOCK, Page.said("We fled.")));

    assertThat(only().proposed().orElseThrow().markdown().text()).isEqualTo("We fled.");
    assertThat(accept(older)).isEqualTo(new Decided(Proposal.State.SUPERSEDED));
    accept(only());
    propose(new Edit.Replace(BLOCK, Page.said("We sailed.")));
    assertThat(only().before().orElseThrow().markdown().text()).isEqualTo("We fled.");
  }

  @Test
  void twoProposalsOfOneDraftForABlockBothStayOpen() {
    propose(new Edit.Replace(BLOCK, Page.said("We fled.")), new Edit.Remove(BLOCK));

    assertThat(house.proposals.open(project)).hasSize(2);
  }

  @Test
  void newParagraphsOfALockedSectionFollowEachOtherInAnyOrderOfDecisions() {
    var night = new BlockId(UUID.randomUUID());
    lock();
    propose(insert(night, BLOCK, "By night."), insertBehind(night, "In May."));
    List<OpenProposal> open = house.proposals.open(project);
    assertThat(open)
        .extracting(one -> one.proposal().reason())
        .containsOnly(Unplaced.Reason.LOCKED);

    accept(open.getLast());
    assertThat(texts()).containsExactly("We left by boat.", "In May.");
    accept(open.getFirst());
    assertThat(texts()).containsExactly("We left by boat.", "By night.", "In May.");
  }

  @Test
  void theNewsCountsWhatIsOpen() {
    propose(new Edit.Replace(BLOCK, Page.said("We fled.")), new Edit.Remove(BLOCK));
    List<OpenProposal> open = house.proposals.open(project);
    reject(open.getLast().proposal().id());
    accept(open.getFirst());

    assertThat(news()).containsExactly("{\"open\": 2}", "{\"open\": 1}", "{\"open\": 0}");
    assertThat(documents.openProposals(project)).isZero();
  }

  @Test
  void aDraftDoesNotOverwriteWhatAPersonHasAccepted() {
    propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    accept(only());
    propose(new Edit.Remove(BLOCK));

    assertThat(texts()).containsExactly("We left by night.");
    assertThat(only().proposal().reason()).isEqualTo(Unplaced.Reason.WRITTEN_BY_HAND);
  }

  @Test
  void theProposalsOfAnotherProjectAreUnknownHere() {
    propose(new Edit.Remove(BLOCK));
    UUID id = only().proposal().id();
    ProjectId other = house.project("memoir").id();

    assertThat(house.proposals.open(other)).isEmpty();
    assertThat(house.inTransaction(() -> house.proposals.reject(other, id, ROSA)))
        .isEqualTo(new Verdict.Unknown());
  }

  private OpenProposal only() {
    List<OpenProposal> open = house.proposals.open(project);
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private Verdict accept(OpenProposal open) {
    return accept(open.proposal().id());
  }

  private Verdict accept(UUID id) {
    return accept(id, Acceptance.PLAIN);
  }

  private Verdict accept(UUID id, Acceptance acceptance) {
    return house.inTransaction(() -> house.proposals.accept(project, id, ROSA, acceptance));
  }

  private Verdict reject(UUID id) {
    return house.inTransaction(() -> house.proposals.reject(project, id, ROSA));
  }

  private void propose(Edit... edits) {
    int version = documents.current(project).version();
    apply(new Author.ByDraft(new JobId(UUID.randomUUID())), edits);
    assertThat(documents.current(project).version()).isEqualTo(version);
  }

  private void apply(Author author, Edit... edits) {
    house.inTransaction(() ->
        documents.apply(
            project, documents.current(project).version(), author, List.of(edits), Words.NONE));
  }

  private Edit insertIntoLocked(@Nullable BlockId after, String text) {
    lock();
    return insert(new BlockId(UUID.randomUUID()), after, text);
  }

  private void lock() {
    house
        .sql
        .sql("update section set locked = true where project_id = :project and id = :id")
        .param("project", project.value())
        .param("id", first.value())
        .update();
  }

  private Edit insertBehind(BlockId after, String text) {
    return insert(new BlockId(UUID.randomUUID()), after, text);
  }

  private Edit insert(BlockId block, @Nullable BlockId after, String text) {
    return new Edit.Insert(first, after, block, Page.said(text));
  }

  private List<String> texts() {
    return documents.current(project).sections().getFirst().blocks().stream()
        .map(block -> block.content().markdown().text())
        .toList();
  }

  private List<String> news() {
    return house.feed.after(project, 0, 100).stream()
        .filter(event -> event.kind().equals("proposalsChanged"))
        .map(FeedEvent::payload)
        .toList();
  }
}
