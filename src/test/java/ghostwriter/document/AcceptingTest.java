package ghostwriter.document;

import static ghostwriter.document.HandWritten.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Proposals.Acceptance;
import ghostwriter.document.Verdict.Accepted;
import ghostwriter.document.Verdict.MovedOn;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A proposal that is accepted while others go on writing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptingTest {
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
  void whatSomebodyElseWroteSinceItWasReadIsNotOverwritten() {
    book.propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    int seen = book.now().version();
    book.byHand(new Edit.Replace(BLOCK, Page.typed("We left by ship.")));

    assertThat(accept(seen)).isEqualTo(new MovedOn());
    assertThat(accept(99)).isEqualTo(new MovedOn());
    assertThat(book.texts()).containsExactly("We left by ship.");

    assertThat(accept(seen + 1)).isInstanceOf(Accepted.class);
    assertThat(book.texts()).containsExactly("We left by night.");
  }

  @Test
  void whatSomebodyElseWroteIsNotRemovedUnseenEither() {
    book.propose(new Edit.Remove(BLOCK));
    int seen = book.now().version();
    book.byHand(new Edit.Replace(BLOCK, Page.typed("We left by ship.")));

    assertThat(accept(seen)).isEqualTo(new MovedOn());
    assertThat(book.texts()).containsExactly("We left by ship.");
  }

  @Test
  void whatWasWrittenElsewhereSinceItWasReadIsInNobodysWay() {
    book.propose(new Edit.Replace(BLOCK, Page.said("We left by night.")));
    int seen = book.now().version();
    book.byHand(book.insert(new BlockId(UUID.randomUUID()), BLOCK, "It was May."));

    assertThat(accept(seen)).isInstanceOf(Accepted.class);
    assertThat(book.texts()).containsExactly("We left by night.", "It was May.");
  }

  @Test
  void whatIsAsProposedAlreadyIsAcceptedWithoutANewVersion() {
    SectionId second = book.second();
    book.propose(new Edit.Move(BLOCK, second, null));
    book.byHand(new Edit.Move(BLOCK, second, null));
    int moved = book.now().version();

    assertThat(accept(moved)).isEqualTo(new Accepted(moved));
    assertThat(book.now().version()).isEqualTo(moved);
    assertThat(book.house.documents.openProposals(book.project)).isZero();
  }

  @Test
  void aNewParagraphGoesWithTheNeighboursWhoseSectionWasMerged() {
    book.lock();
    book.propose(book.insert(new BlockId(UUID.randomUUID()), BLOCK, "By night."));
    SectionId second = book.second();
    book.byHand(new Edit.MergeSection(book.first(), second));

    assertThat(book.only().isPlaceable()).isTrue();
    assertThat(book.only().section()).contains(second);
    assertThat(accept(book.now().version())).isInstanceOf(Accepted.class);
    assertThat(book.texts()).containsExactly("We left by boat.", "By night.");
  }

  private Verdict accept(int seen) {
    return book.accept(
        book.only().proposal().id(), new Acceptance(Optional.empty(), OptionalInt.of(seen)));
  }
}
