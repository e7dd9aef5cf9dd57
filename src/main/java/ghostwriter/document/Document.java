package ghostwriter.document;

import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Optional;

/// One version of a document.
///
/// @param summary one sentence on what the last draft changed; empty before the first
public record Document(int version, Words summary, List<Section> sections) {
  public Document {
    sections = List.copyOf(sections);
  }

  public Optional<Block> block(BlockId id) {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .filter(block -> block.id().equals(id))
        .findFirst();
  }
}
