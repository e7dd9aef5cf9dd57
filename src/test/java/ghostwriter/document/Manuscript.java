package ghostwriter.document;

import ghostwriter.vocabulary.SectionId;
import java.util.List;
import java.util.Optional;

/// The document that a [Story] is written in: on paper, or in the database.
interface Manuscript {
  Document current();

  Document at(int version);

  /// Empty where the same draft was applied before.
  Optional<ApplyResult> apply(int base, Author author, List<Edit> edits);

  /// Applies edits and dies before the end.
  void crash(int base, Author author, List<Edit> edits);

  RestoreResult undo(int base);

  RestoreResult restore(int base, int version);

  void lock(SectionId section, boolean locked);
}
