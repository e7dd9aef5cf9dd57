package ghostwriter.document;

import static ghostwriter.document.HandWritten.BLOCK;
import static ghostwriter.document.HandWritten.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Proposals.Acceptance;
import ghostwriter.document.Verdict.Accepted;
import ghostwriter.document.Verdict.Decided;
import ghostwriter.document.Verdict.NoPlace;
import ghostwriter.feed.FeedEvent;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ProjectId;
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
  private final HandWritten book = new HandWritten();

  @BeforeEach
  void aDocumentWithAParagraphByHand() {
    book.begin();
  }

  @AfterAll
  void close() {
    book.close();
  }

  @Test
  void aProposalIsReadBesideWhatStandsThere() {
    book.propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));

    OpenProposal open = book.only();
    assertThat(open.section()).contains(book.first());
    assertThat(open.heading()).isEqualTo("Where it began");
    assertThat(open.before().orElseThrow().markdown().text()).isEqualTo("We left by boat.");
    assertThat(open.proposal().reason()).isEqualTo(Unplaced.Reason.WRITTEN_BY_HAND);
    assertThat(open.parts())
        .extracting(Part::change)
        .containsExactly(Change.SAME, Change.REMOVED, Change.ADDED, Change.SAME);
  }

  @Test
  void anAcceptedProposalStandsAsThePersonsOwnWithTheDraftsSources() {
    book.propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));

    assertThat(accept(book.only())).isEqualTo(new Accepted(3));

    Block block = book.now().block(BLOCK).orElseThrow();
    assertThat(block.content()).isEqualTo(Page.said("We left by night."));
    assertThat(block.origin()).isEqualTo(Origin.HUMAN);
    assertThat(block.touched()).isTrue();
    assertThat(book.house.documents.history(book.project, 1).getFirst().person()).contains(ROSA);
    assertThat(book.open()).isEmpty();
  }

  @Test
  void aPersonsOwnWordingOfItKeepsTheDraftsSources() {
    book.propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    var own = new Proposals.Wording(BlockKind.QUOTE, new Words("> We left at night."));

    book.accept(book.only().proposal().id(), new Acceptance(Optional.of(own), OptionalInt.empty()));

    Content content = book.now().block(BLOCK).orElseThrow().content();
    assertThat(content.markdown()).isEqualTo(own.markdown());
    assertThat(content.kind()).isEqualTo(BlockKind.QUOTE);
    assertThat(content.sources()).containsExactly(Page.SOURCE);
    assertThat(content.grounding()).isEqualTo(Grounding.SOURCED);
  }

  @Test
  void itIsPlacedIntoTheDocumentAsItStandsNow() {
    book.propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    book.byHand(new Edit.Replace(BLOCK, Page.typed("We left by ship.")));
    book.byHand(book.insert(new BlockId(UUID.randomUUID()), BLOCK, "It was May."));

    assertThat(book.only().before().orElseThrow().markdown().text()).isEqualTo("We left by ship.");
    accept(book.only());

    assertThat(book.texts()).containsExactly("We left by night.", "It was May.");
  }

  @Test
  void twoPeopleWhoAcceptTheSameAtOncePlaceItOnce() throws Exception {
    book.propose(insertIntoLocked(null, "By night."));
    UUID id = book.only().proposal().id();
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
    assertThat(book.texts()).containsExactly("By night.", "We left by boat.");
    assertThat(book.now().version()).isEqualTo(3);
  }

  @Test
  void aRejectedProposalIsNotPlacedAndNotRejectedTwice() {
    book.propose(new Edit.Remove(BLOCK));
    UUID id = book.only().proposal().id();

    assertThat(reject(id)).isEqualTo(new Verdict.Rejected());
    assertThat(reject(id)).isEqualTo(new Decided(Proposal.State.REJECTED));
    assertThat(accept(id)).isEqualTo(new Decided(Proposal.State.REJECTED));
    assertThat(book.texts()).containsExactly("We left by boat.");
  }

  @Test
  void whatIsGoneCannotBeAcceptedUntilItIsBack() {
    book.propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    book.byHand(new Edit.Remove(BLOCK));
    var before = book.now();

    assertThat(book.only().isPlaceable()).isFalse();
    assertThat(book.only().before().orElseThrow().markdown().text()).isEqualTo("We left by boat.");
    assertThat(accept(book.only())).isEqualTo(new NoPlace());
    assertThat(book.now()).isEqualTo(before);

    book.byHand(book.insert(BLOCK, null, "We left, again."));
    assertThat(accept(book.only())).isInstanceOf(Accepted.class);
  }

  @Test
  void aLaterDraftsProposalForTheSameBlockTakesThePlaceOfTheOpenOne() {
    book.propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    UUID older = book.only().proposal().id();
    book.clock.advance(Duration.ofMinutes(1));
    book.propose(new Edit.Replace(BLOCK, Page.said("We fled.")));

    assertThat(book.only().proposed().orElseThrow().markdown().text()).isEqualTo("We fled.");
    assertThat(accept(older)).isEqualTo(new Decided(Proposal.State.SUPERSEDED));
    accept(book.only());
    book.propose(new Edit.Replace(BLOCK, Page.said("We sailed.")));
    assertThat(book.only().before().orElseThrow().markdown().text()).isEqualTo("We fled.");
  }

  @Test
  void twoProposalsOfOneDraftForABlockBothStayOpen() {
    book.propose(new Edit.Replace(BLOCK, Page.said("We fled.")), new Edit.Remove(BLOCK));

    assertThat(book.open()).hasSize(2);
  }

  @Test
  void newParagraphsOfALockedSectionFollowEachOtherInAnyOrderOfDecisions() {
    var night = new BlockId(UUID.randomUUID());
    book.lock();
    book.propose(
        book.insert(night, BLOCK, "By night."),
        book.insert(new BlockId(UUID.randomUUID()), night, "In May."));
    List<OpenProposal> open = book.open();
    assertThat(open)
        .extracting(one -> one.proposal().reason())
        .containsOnly(Unplaced.Reason.LOCKED);

    accept(open.getLast());
    assertThat(book.texts()).containsExactly("We left by boat.", "In May.");
    accept(open.getFirst());
    assertThat(book.texts()).containsExactly("We left by boat.", "By night.", "In May.");
  }

  @Test
  void theNewsCountsWhatIsOpen() {
    book.propose(new Edit.Replace(BLOCK, Page.said("We fled.")), new Edit.Remove(BLOCK));
    List<OpenProposal> open = book.open();
    reject(open.getLast().proposal().id());
    accept(open.getFirst());

    assertThat(news()).containsExactly("{\"open\": 2}", "{\"open\": 1}", "{\"open\": 0}");
    assertThat(book.house.documents.openProposals(book.project)).isZero();
  }

  @Test
  void aDraftDoesNotOverwriteWhatAPersonHasAccepted() {
    book.propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    accept(book.only());
    book.propose(new Edit.Remove(BLOCK));

    assertThat(book.texts()).containsExactly("We left by night.");
    assertThat(book.only().proposal().reason()).isEqualTo(Unplaced.Reason.WRITTEN_BY_HAND);
  }

  @Test
  void theProposalsOfAnotherProjectAreUnknownHere() {
    book.propose(new Edit.Remove(BLOCK));
    UUID id = book.only().proposal().id();
    ProjectId other = book.house.project("memoir").id();

    assertThat(book.house.proposals.open(other)).isEmpty();
    assertThat(book.house.inTransaction(() -> book.house.proposals.reject(other, id, ROSA)))
        .isEqualTo(new Verdict.Unknown());
  }

  private Verdict accept(OpenProposal open) {
    return accept(open.proposal().id());
  }

  private Verdict accept(UUID id) {
    return book.accept(id, Acceptance.PLAIN);
  }

  private Verdict reject(UUID id) {
    return book.house.inTransaction(() -> book.house.proposals.reject(book.project, id, ROSA));
  }

  private Edit insertIntoLocked(@Nullable BlockId after, String text) {
    book.lock();
    return book.insert(new BlockId(UUID.randomUUID()), after, text);
  }

  private List<String> news() {
    return book.house.feed.after(book.project, 0, 100).stream()
        .filter(event -> event.kind().equals("proposalsChanged"))
        .map(FeedEvent::payload)
        .toList();
  }
}
