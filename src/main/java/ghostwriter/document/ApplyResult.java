package ghostwriter.document;

import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.List;

/// What came of applying edits.
public sealed interface ApplyResult {
  /// The version that now stands.
  int version();

  /// The edits without a place. A draft's are kept as proposals.
  List<Unplaced> unplaced();

  /// @param sections the sections that changed
  /// @param summary what is told of it
  record Applied(
      int version, int edits, List<SectionId> sections, List<Unplaced> unplaced, Words summary)
      implements ApplyResult {
    public Applied {
      sections = List.copyOf(sections);
      unplaced = List.copyOf(unplaced);
    }
  }

  /// Nothing had a place, or what had one changes nothing: no new version was made.
  record Unchanged(int version, List<Unplaced> unplaced) implements ApplyResult {
    public Unchanged {
      unplaced = List.copyOf(unplaced);
    }
  }
}
