package ghostwriter.document;

import ghostwriter.document.DocumentDiff.BlockDiff;
import ghostwriter.document.DocumentDiff.SectionDiff;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares two versions of a document: sections and blocks by their ids, wordings word by word.
/// Pure. One instance serves one comparison, by one thread.
final class Comparison {
  /// A block and the section it stands in.
  private record Standing(SectionId section, Words text) {}

  private final WordDiff words = new WordDiff();
  private final Map<SectionId, Section> sectionsBefore;
  private final Map<SectionId, Section> sectionsAfter;
  private final Map<BlockId, Standing> before;
  private final Map<BlockId, Standing> after;

  private Comparison(Document from, Document to) {
    sectionsBefore = byId(from);
    sectionsAfter = byId(to);
    before = standings(from);
    after = standings(to);
  }

  static DocumentDiff of(Document from, Document to) {
    var comparison = new Comparison(from, to);
    List<SectionId> then = from.sections().stream().map(Section::id).toList();
    List<SectionId> now = to.sections().stream().map(Section::id).toList();
    Set<SectionId> moved = Order.moved(then, now);
    return new DocumentDiff(
        from.version(),
        to.version(),
        Order.woven(then, now).stream()
            .map(id -> comparison.section(id, moved.contains(id)))
            .toList());
  }

  private static Map<SectionId, Section> byId(Document document) {
    Map<SectionId, Section> sections = new HashMap<>();
    document.sections().forEach(section -> sections.put(section.id(), section));
    return sections;
  }

  private static Map<BlockId, Standing> standings(Document document) {
    Map<BlockId, Standing> standings = new HashMap<>();
    for (Section section : document.sections()) {
      for (Block block : section.blocks()) {
        standings.put(block.id(), new Standing(section.id(), block.content().markdown()));
      }
    }
    return standings;
  }

  private SectionDiff section(SectionId id, boolean moved) {
    Optional<Section> then = Optional.ofNullable(sectionsBefore.get(id));
    Optional<Section> now = Optional.ofNullable(sectionsAfter.get(id));
    List<BlockId> old = then.map(Comparison::ids).orElse(List.of());
    List<BlockId> blocks = now.map(Comparison::ids).orElse(List.of());
    Set<BlockId> movedWithin = Order.moved(old, blocks);
    List<BlockId> shown = old.stream().filter(block -> !standsElsewhere(block, id)).toList();
    List<BlockDiff> diffs =
        Order.woven(shown, blocks).stream()
            .map(block -> block(block, movedWithin.contains(block)))
            .toList();
    String heading = now.or(() -> then).orElseThrow().heading();
    Optional<String> other = then.map(Section::heading).filter(it -> !it.equals(heading));
    boolean left = shown.size() < old.size();
    boolean touched = left || other.isPresent() || diffs.stream().anyMatch(Comparison::differs);
    return new SectionDiff(id, heading, other, change(then, now, touched), moved, diffs);
  }

  private static List<BlockId> ids(Section section) {
    return section.blocks().stream().map(Block::id).toList();
  }

  private boolean standsElsewhere(BlockId block, SectionId section) {
    Standing now = after.get(block);
    return now != null && !now.section().equals(section);
  }

  private static boolean differs(BlockDiff block) {
    return block.moved() || block.change() != Change.SAME;
  }

  private static Change change(Optional<?> then, Optional<?> now, boolean touched) {
    if (then.isEmpty()) {
      return Change.ADDED;
    }
    if (now.isEmpty()) {
      return Change.REMOVED;
    }
    return touched ? Change.CHANGED : Change.SAME;
  }

  private BlockDiff block(BlockId id, boolean movedWithin) {
    Standing then = before.get(id);
    Standing now = after.get(id);
    boolean moved =
        movedWithin || (then != null && now != null && !then.section().equals(now.section()));
    List<Part> parts = parts(then, now);
    return new BlockDiff(id, change(parts), moved, parts);
  }

  private List<Part> parts(@Nullable Standing then, @Nullable Standing now) {
    if (then != null && now != null) {
      return words.between(then.text(), now.text());
    }
    if (then != null) {
      return List.of(new Part(Change.REMOVED, then.text()));
    }
    return now == null ? List.of() : List.of(new Part(Change.ADDED, now.text()));
  }

  private static Change change(List<Part> parts) {
    return parts.size() == 1 ? parts.getFirst().change() : Change.CHANGED;
  }
}
