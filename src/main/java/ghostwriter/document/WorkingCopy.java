package ghostwriter.document;

import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The sections of a document while edits are placed into them. Used by one thread.
final class WorkingCopy {
  /// @param section the index of a section
  /// @param block the index of a block in it, or of the gap in front of that block
  record Place(int section, int block) {}

  private final List<Section> sections;

  WorkingCopy(List<Section> sections) {
    this.sections = new ArrayList<>(sections);
  }

  List<Section> sections() {
    return List.copyOf(sections);
  }

  Section section(int index) {
    return sections.get(index);
  }

  Block at(Place place) {
    return sections.get(place.section()).blocks().get(place.block());
  }

  OptionalInt find(SectionId id) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).id().equals(id)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  Optional<Place> find(BlockId id) {
    for (int s = 0; s < sections.size(); s++) {
      List<Block> blocks = sections.get(s).blocks();
      for (int b = 0; b < blocks.size(); b++) {
        if (blocks.get(b).id().equals(id)) {
          return Optional.of(new Place(s, b));
        }
      }
    }
    return Optional.empty();
  }

  void insert(Place place, Block block) {
    rewrite(place.section(), blocks -> blocks.add(place.block(), block));
  }

  void replace(Place place, Block block) {
    rewrite(place.section(), blocks -> blocks.set(place.block(), block));
  }

  void remove(Place place) {
    rewrite(place.section(), blocks -> blocks.remove(place.block()));
  }

  private void rewrite(int index, Consumer<List<Block>> how) {
    Section section = sections.get(index);
    var blocks = new ArrayList<>(section.blocks());
    how.accept(blocks);
    sections.set(index, section.with(blocks));
  }

  void add(int index, Section section) {
    sections.add(index, section);
  }

  Section take(int index) {
    return sections.remove(index);
  }

  void change(int index, UnaryOperator<Section> how) {
    sections.set(index, how.apply(sections.get(index)));
  }
}
