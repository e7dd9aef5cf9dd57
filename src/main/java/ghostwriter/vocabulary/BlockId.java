package ghostwriter.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a block (one paragraph, list or quote) over all its revisions.
public record BlockId(@JsonValue UUID value) {
  /// Reads the canonical 36-character form.
  ///
  /// @throws IllegalArgumentException where the text is no UUID
  @JsonCreator
  public static BlockId of(String text) {
    return new BlockId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
