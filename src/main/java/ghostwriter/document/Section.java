package ghostwriter.document;

import ghostwriter.vocabulary.SectionId;
import java.util.ArrayList;
import java.util.List;

/// One section in one version of the document.
///
/// @param locked whether drafts leave it alone
public record Section(
    SectionId id, String heading, State state, boolean locked, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
  }

  /// A section as it begins.
  static Section empty(SectionId id, String heading) {
    return new Section(id, heading, State.DRAFTING, false, List.of());
  }

  Section with(List<Block> others) {
    return new Section(id, heading, state, locked, others);
  }

  Section named(String other) {
    return new Section(id, other, state, locked, blocks);
  }

  /// Both as one: the blocks of the other come last, and the lock of either stays.
  Section followedBy(Section other) {
    var all = new ArrayList<>(blocks);
    all.addAll(other.blocks);
    return new Section(id, heading, state, locked || other.locked, all);
  }

  /// How far a section has come.
  public enum State {
    DRAFTING,
    NEEDS_REVIEW,
    APPROVED
  }
}
