package ghostwriter.vocabulary;

import java.util.UUID;

/// Names one immutable wording of a block.
public record RevisionId(UUID value) {
  /// Reads the canonical 36-character form.
  ///
  /// @throws IllegalArgumentException where the text is no UUID
  public static RevisionId of(String text) {
    return new RevisionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
