package ghostwriter.document;

import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import java.util.List;
import java.util.Optional;

/// What changed from one version of a document to another.
///
/// @param sections in the order of the second version; what is gone, where it stood
public record DocumentDiff(int from, int to, List<SectionDiff> sections) {
  public DocumentDiff {
    sections = List.copyOf(sections);
  }

  /// @param heading in the second version; where the section is gone, in the first
  /// @param headingBefore where it had another one
  /// @param blocks likewise in their order; one that stands in another section now is listed there
  public record SectionDiff(
      SectionId id,
      String heading,
      Optional<String> headingBefore,
      Change change,
      boolean moved,
      List<BlockDiff> blocks) {
    public SectionDiff {
      blocks = List.copyOf(blocks);
    }
  }

  /// @param parts word by word; a block that is the same, new or gone has one
  public record BlockDiff(BlockId id, Change change, boolean moved, List<Part> parts) {
    public BlockDiff {
      parts = List.copyOf(parts);
    }
  }
}
