package ghostwriter.document;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Source;
import java.util.List;
import java.util.Optional;
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

  /// The block that stands already and is changed; empty where there is none.
  default Optional<BlockId> changed() {
    return switch (this) {
      case Replace(var block, _) -> Optional.of(block);
      case Remove(var block) -> Optional.of(block);
      case Move(var block, _, _) -> Optional.of(block);
      case Reaffirm(var block, _) -> Optional.of(block);
      case Insert _,
          AddSection _,
          RenameSection _,
          MoveSection _,
          RemoveSection _,
          SplitSection _,
          MergeSection _ ->
          Optional.empty();
    };
  }

  /// What a block says afterwards; empty where nothing is written.
  default Optional<Content> wording() {
    return switch (this) {
      case Insert insert -> Optional.of(insert.content());
      case Replace replace -> Optional.of(replace.content());
      case Remove _,
          Move _,
          Reaffirm _,
          AddSection _,
          RenameSection _,
          MoveSection _,
          RemoveSection _,
          SplitSection _,
          MergeSection _ ->
          Optional.empty();
    };
  }
}
