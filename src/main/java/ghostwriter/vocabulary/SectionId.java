package ghostwriter.vocabulary;

import java.util.UUID;

/// Names a section of a document over all its versions.
public record SectionId(UUID value) {
  /// Reads the canonical 36-character form.
  ///
  /// @throws IllegalArgumentException where the text is no UUID
  public static SectionId of(String text) {
    return new SectionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
