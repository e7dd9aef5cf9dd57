package ghostwriter.document;

import ghostwriter.vocabulary.SectionId;
import java.util.List;

/// One section in one version of the document.
///
/// @param locked whether drafts leave it alone
public record Section(
    SectionId id, String heading, State state, boolean locked, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
  }

  /// How far a section has come.
  public enum State {
    DRAFTING,
    NEEDS_REVIEW,
    APPROVED
  }
}
