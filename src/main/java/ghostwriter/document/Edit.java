package ghostwriter.document;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One change to a document, relative to a base version. `after` names the block (or section) it
/// goes behind; null puts it first. A draft adds sections; renaming, moving, removing, splitting
/// and merging them is for people.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Edit {
  record Insert(SectionId section, @Nullable BlockId after, BlockId block, Content content)
      implements Edit {}

  record Replace(BlockId block, Content content) implements Edit {}

  record Remove(BlockId block) implements Edit {}

  record Move(BlockId block, SectionId section, @Nullable BlockId after) implements Edit {}

  /// A block stands as it is, though what it cites was worded anew.
  ///
  /// @param sources the same passages in the words they have now
  record Reaffirm(BlockId block, List<Source> sources) implements Edit {
    public Reaffirm {
      sources = List.copyOf(sources);
    }
  }

  record AddSection(SectionId section, @Nullable SectionId after, String heading) implements Edit {}

  record RenameSection(SectionId section, String heading) implements Edit {}

  record MoveSection(SectionId section, @Nullable SectionId after) implements Edit {}

  /// Its blocks go with it.
  record RemoveSection(SectionId section) implements Edit {}

  /// A block and what follows it go to a new section right behind.
  record SplitSection(SectionId section, BlockId before, SectionId added, String heading)
      implements Edit {}

  /// A section's blocks are put behind those of another, and it is gone.
  record MergeSection(SectionId section, SectionId into) implements Edit {}
}
