package ghostwriter.vocabulary;

import java.util.UUID;

/// Names one draft job.
public record JobId(UUID value) {
  /// Reads the canonical 36-character form.
  ///
  /// @throws IllegalArgumentException where the text is no UUID
  public static JobId of(String text) {
    return new JobId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
