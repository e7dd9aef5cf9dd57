package ghostwriter.document;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import org.jspecify.annotations.Nullable;

/// One change to a document, relative to a base version. `after` names the block (or section) it
/// goes behind; null puts it first.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Edit {
  record Insert(SectionId section, @Nullable BlockId after, BlockId block, Content content)
      implements Edit {}

  record Replace(BlockId block, Content content) implements Edit {}

  record Remove(BlockId block) implements Edit {}

  record Move(BlockId block, SectionId section, @Nullable BlockId after) implements Edit {}

  record AddSection(SectionId section, @Nullable SectionId after, String heading) implements Edit {}
}
