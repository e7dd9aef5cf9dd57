package ghostwriter.interview;

import java.util.Locale;

/// What the conversation is about: finding the project, closing its blueprint's gaps, or gathering
/// material.
public enum Mode {
  SELECTING,
  INTAKE,
  GHOSTWRITING;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Mode of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
