package ghostwriter.vocabulary;

/// Text that a person said or that was written for them. Its `toString` tells only the length, so
/// that it may pass through a log without being read there.
public record Words(String text) {
  public static final Words NONE = new Words("");

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
