package ghostwriter.document;

import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Reads proposals beside the document that stands. Used by one thread.
final class Beside {
  private record Found(Section section, Optional<Block> block) {}

  private final Document current;
  private final IntFunction<Document> versions;
  private final WordDiff diff = new WordDiff();

  /// @param versions the document as it was
  Beside(Document current, IntFunction<Document> versions) {
    this.current = current;
    this.versions = versions;
  }

  OpenProposal read(Proposal proposal) {
    Optional<Found> now = find(current, proposal.edit()).or(() -> followed(proposal));
    Optional<Found> last =
        now.isPresent() ? now : find(versions.apply(proposal.base()), proposal.edit());
    Optional<Content> before = last.flatMap(Found::block).map(Block::content);
    return new OpenProposal(
        proposal,
        now.map(found -> found.section.id()),
        heading(proposal.edit(), last),
        before,
        isPlaceable(proposal, now),
        parts(before, proposal.edit()));
  }

  /// As it is now: what was gone when it was proposed may be back.
  private boolean isPlaceable(Proposal proposal, Optional<Found> now) {
    return switch (proposal.edit()) {
      case Edit.AddSection _ -> proposal.reason() != Unplaced.Reason.GONE;
      case Edit.Move move -> now.isPresent() && section(current, move.section()).isPresent();
      default -> now.isPresent();
    };
  }

  /// Where a new paragraph goes whose section was merged into another one since.
  private Optional<Found> followed(Proposal proposal) {
    if (!(proposal.edit() instanceof Edit.Insert insert)) {
      return Optional.empty();
    }
    var copy = new WorkingCopy(current.sections());
    return new Places(versions.apply(proposal.base()), copy)
        .behind(insert.section(), insert.after())
        .map(place -> new Found(copy.section(place.section()), Optional.empty()));
  }

  private static String heading(Edit edit, Optional<Found> last) {
    return edit instanceof Edit.AddSection added
        ? added.heading()
        : last.map(found -> found.section.heading()).orElse("");
  }

  private static Optional<Found> find(Document document, Edit edit) {
    return edit instanceof Edit.Insert insert
        ? section(document, insert.section())
        : edit.changed().flatMap(block -> block(document, block));
  }

  private static Optional<Found> section(Document document, SectionId id) {
    return document.sections().stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .map(section -> new Found(section, Optional.empty()));
  }

  private static Optional<Found> block(Document document, BlockId id) {
    for (Section section : document.sections()) {
      for (Block block : section.blocks()) {
        if (block.id().equals(id)) {
          return Optional.of(new Found(section, Optional.of(block)));
        }
      }
    }
    return Optional.empty();
  }

  private List<Part> parts(Optional<Content> before, Edit edit) {
    @Nullable Content old = before.orElse(null);
    return switch (edit) {
      case Edit.Insert insert -> List.of(new Part(Change.ADDED, insert.content().markdown()));
      case Edit.Replace replace when old != null ->
          diff.between(old.markdown(), replace.content().markdown());
      case Edit.Replace replace -> List.of(new Part(Change.ADDED, replace.content().markdown()));
      case Edit.Remove _ when old != null -> List.of(new Part(Change.REMOVED, old.markdown()));
      case Edit.Move _ when old != null -> List.of(new Part(Change.SAME, old.markdown()));
      default -> List.of();
    };
  }
}
