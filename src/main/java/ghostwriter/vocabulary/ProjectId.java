package ghostwriter.vocabulary;

import java.util.UUID;

/// Names one project: one client's book.
public record ProjectId(UUID value) {
  /// Reads the canonical 36-character form.
  ///
  /// @throws IllegalArgumentException where the text is no UUID
  public static ProjectId of(String text) {
    return new ProjectId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
