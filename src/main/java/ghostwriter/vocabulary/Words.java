package ghostwriter.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Text that a person said or that was written for them. Its `toString` tells only the length, so
/// that it may pass through a log without being read there.
public record Words(@JsonValue String text) {
  public static final Words NONE = new Words("");

  @JsonCreator
  public static Words of(String text) {
    return new Words(text);
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  /// The number of words, counted at white space.
  public int count() {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  @Override
  public String toString() {
    return "Words[" + text.length() + "]";
  }
}
