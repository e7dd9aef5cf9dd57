package ghostwriter.document;

import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A section of a version by its names alone: all that two versions can differ in.
record Shape(SectionId id, String heading, List<RevisionId> revisions) {
  static List<Shape> of(List<Section> sections) {
    return sections.stream()
        .map(section ->
            new Shape(
                section.id(),
                section.heading(),
                section.blocks().stream().map(Block::revision).toList()))
        .toList();
  }

  /// The sections that are new, other than they were, at another place, or gone.
  static List<SectionId> changed(List<Shape> before, List<Shape> after) {
    Map<SectionId, Shape> then = new HashMap<>();
    before.forEach(shape -> then.put(shape.id, shape));
    List<SectionId> old = before.stream().map(Shape::id).toList();
    List<SectionId> now = after.stream().map(Shape::id).toList();
    var moved = Order.moved(old, now);
    List<SectionId> changed = new ArrayList<>();
    for (Shape shape : after) {
      if (!shape.equals(then.remove(shape.id)) || moved.contains(shape.id)) {
        changed.add(shape.id);
      }
    }
    old.stream().filter(then::containsKey).forEach(changed::add);
    return changed;
  }
}
