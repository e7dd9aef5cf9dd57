package ghostwriter.drafting.offline;

import ghostwriter.document.Block;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.Source;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds where in its section a new paragraph goes: behind the last block that was told before it.
/// What cites an earlier conversation counts as told before; a block without sources stays with the
/// one above it.
final class Anchors {
  private final Map<ItemId, Integer> turns = new HashMap<>();

  Anchors(Talk talk) {
    for (int turn = 0; turn < talk.size(); turn++) {
      turns.put(talk.item(turn).id(), turn);
    }
  }

  /// The block to insert behind; none for the section's beginning.
  Optional<BlockId> before(Paragraph paragraph, SectionBrief section) {
    List<Block> blocks = section.blocks();
    boolean anySourced = blocks.stream().anyMatch(block -> !block.content().sources().isEmpty());
    int behind = anySourced ? -1 : blocks.size() - 1;
    for (int i = 0; i < blocks.size() && anySourced; i++) {
      Optional<Place> place = place(blocks.get(i));
      boolean earlier = place.isPresent() && place.get().isBefore(paragraph);
      boolean attached = place.isEmpty() && behind == i - 1;
      behind = earlier || attached ? i : behind;
    }
    return behind < 0 ? Optional.empty() : Optional.of(blocks.get(behind).id());
  }

  private Optional<Place> place(Block block) {
    return block.content().sources().stream()
        .map(this::place)
        .max(Comparator.comparingInt(Place::turn).thenComparingInt(Place::from));
  }

  private Place place(Source source) {
    return new Place(turns.getOrDefault(source.item(), -1), source.from());
  }

  private record Place(int turn, int from) {
    boolean isBefore(Paragraph paragraph) {
      int start = paragraph.first().turn();
      return turn < start || (turn == start && from < paragraph.first().from());
    }
  }
}
