package ghostwriter.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a section of a document over all its versions.
public record SectionId(@JsonValue UUID value) {
  /// Reads the canonical 36-character form.
  ///
  /// @throws IllegalArgumentException where the text is no UUID
  @JsonCreator
  public static SectionId of(String text) {
    return new SectionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
