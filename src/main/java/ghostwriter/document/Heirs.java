package ghostwriter.document;

import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which sections take over the lock of one that is gone, as the way back to an earlier version may
/// bring about: a section that was split comes back whole, and it is locked where either half is.
/// Pure.
final class Heirs {
  private Heirs() {}

  /// The sections that are not locked and hold what stood, before, in a locked one that is gone.
  static List<SectionId> ofLocks(List<Section> before, List<Section> after) {
    Set<SectionId> there = after.stream().map(Section::id).collect(Collectors.toSet());
    Set<BlockId> left =
        before.stream()
            .filter(section -> section.locked() && !there.contains(section.id()))
            .flatMap(section -> section.blocks().stream())
            .map(Block::id)
            .collect(Collectors.toSet());
    return after.stream()
        .filter(section -> !section.locked())
        .filter(section -> section.blocks().stream().anyMatch(block -> left.contains(block.id())))
        .map(Section::id)
        .toList();
  }
}
