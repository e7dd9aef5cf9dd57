package ghostwriter.document;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Proposals.Acceptance;
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
import org.jspecify.annotations.Nullable;

/// Documents with one paragraph, which Anna wrote, so that drafts can only propose to change it.
final class HandWritten implements AutoCloseable {
  /// Who decides.
  static final PersonId ROSA = new PersonId(new UUID(5, 5));

  static final BlockId BLOCK = new BlockId(new UUID(6, 1));

  final SteppingClock clock = new SteppingClock();
  final TestHouse house = new TestHouse(clock);
  ProjectId project = begin();

  /// Another one.
  ProjectId begin() {
    project = house.project("memoir").id();
    byHand(insert(BLOCK, null, "We left by boat."));
    return project;
  }

  Document now() {
    return house.documents.current(project);
  }

  SectionId first() {
    return now().sections().getFirst().id();
  }

  SectionId second() {
    return now().sections().get(1).id();
  }

  List<String> texts() {
    return now().sections().getFirst().blocks().stream()
        .map(block -> block.content().markdown().text())
        .toList();
  }

  void byHand(Edit edit) {
    apply(Page.ANNA, edit);
  }

  /// By a draft, none of which may be applied.
  void propose(Edit... edits) {
    int version = now().version();
    apply(new Author.ByDraft(new JobId(UUID.randomUUID())), edits);
    assertThat(now().version()).isEqualTo(version);
  }

  private void apply(Author author, Edit... edits) {
    house.inTransaction(
        () -> house.documents.apply(project, now().version(), author, List.of(edits), Words.NONE));
  }

  /// The first section.
  void lock() {
    house.doInTransaction(
        () -> house.documents.mark(project, first(), Optional.empty(), Optional.of(true)));
  }

  /// Into the first section.
  Edit insert(BlockId block, @Nullable BlockId after, String text) {
    return new Edit.Insert(first(), after, block, Page.said(text));
  }

  List<OpenProposal> open() {
    return house.proposals.open(project);
  }

  OpenProposal only() {
    assertThat(open()).hasSize(1);
    return open().getFirst();
  }

  Verdict accept(UUID id, Acceptance acceptance) {
    return house.inTransaction(() -> house.proposals.accept(project, id, ROSA, acceptance));
  }

  @Override
  public void close() {
    house.close();
  }
}
