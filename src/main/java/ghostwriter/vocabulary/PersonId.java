package ghostwriter.vocabulary;

import java.util.UUID;

/// Names somebody who may sign in.
public record PersonId(UUID value) {
  /// Reads the canonical 36-character form.
  ///
  /// @throws IllegalArgumentException where the text is no UUID
  public static PersonId of(String text) {
    return new PersonId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
