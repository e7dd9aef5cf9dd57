package ghostwriter.document;

import ghostwriter.document.WorkingCopy.Place;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds again, in the document as it stands, the places that edits name as they were in the base
/// version. Where a neighbour is gone, the nearest one that is still there takes its place. Used by
/// one thread.
final class Places {
  private final List<Section> base;
  private final Set<SectionId> known;
  private final WorkingCopy copy;

  Places(Document base, WorkingCopy copy) {
    this.base = base.sections();
    this.known = this.base.stream().map(Section::id).collect(Collectors.toUnmodifiableSet());
    this.copy = copy;
  }

  /// Behind a block of a section, or first in it. Empty where the section is gone with all that
  /// stood in it.
  Optional<Place> behind(SectionId section, @Nullable BlockId after) {
    Optional<BlockId> neighbour = Optional.ofNullable(after);
    while (neighbour.isPresent()) {
      Optional<Place> place = within(section, neighbour.get());
      if (place.isPresent()) {
        return place.map(it -> new Place(it.section(), it.block() + 1));
      }
      neighbour = beside(neighbour.get(), -1);
    }
    return first(section);
  }

  private Optional<Place> first(SectionId section) {
    OptionalInt index = copy.find(section);
    return index.isPresent()
        ? Optional.of(new Place(index.getAsInt(), 0))
        : base.stream()
            .filter(then -> then.id().equals(section))
            .flatMap(then -> then.blocks().stream())
            .flatMap(block -> copy.find(block.id()).stream())
            .findFirst();
  }

  /// A block of a section, or the nearest one behind it that is still there.
  Optional<Place> from(SectionId section, BlockId block) {
    Optional<BlockId> neighbour = Optional.of(block);
    while (neighbour.isPresent()) {
      Optional<Place> place = within(section, neighbour.get());
      if (place.isPresent()) {
        return place;
      }
      neighbour = beside(neighbour.get(), 1);
    }
    return Optional.empty();
  }

  /// Where a block stands, if that is still the section or what became of it: another one, where it
  /// was merged; one that is new since the base, where it was split.
  private Optional<Place> within(SectionId section, BlockId block) {
    return copy.find(block)
        .filter(place -> {
          SectionId now = copy.section(place.section()).id();
          boolean merged = known.contains(section) && copy.find(section).isEmpty();
          return now.equals(section) || merged || !known.contains(now);
        });
  }

  /// The block that stood next to one in the base version.
  private Optional<BlockId> beside(BlockId id, int step) {
    for (Section section : base) {
      List<Block> blocks = section.blocks();
      for (int i = 0; i < blocks.size(); i++) {
        if (blocks.get(i).id().equals(id)) {
          int next = i + step;
          return next < 0 || next == blocks.size()
              ? Optional.empty()
              : Optional.of(blocks.get(next).id());
        }
      }
    }
    return Optional.empty();
  }

  /// The index behind a section, or that of the first. Empty where there never was such a section.
  OptionalInt behind(@Nullable SectionId after) {
    if (after == null) {
      return OptionalInt.of(0);
    }
    OptionalInt index = copy.find(after);
    if (index.isPresent()) {
      return OptionalInt.of(index.getAsInt() + 1);
    }
    List<SectionId> then = base.stream().map(Section::id).toList();
    int place = then.indexOf(after);
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(behindNearest(then, place));
  }

  private int behindNearest(List<SectionId> then, int place) {
    return IntStream.iterate(place - 1, i -> i >= 0, i -> i - 1)
        .flatMap(i -> copy.find(then.get(i)).stream())
        .map(index -> index + 1)
        .findFirst()
        .orElse(0);
  }
}
