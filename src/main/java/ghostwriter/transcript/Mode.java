package ghostwriter.transcript;

import java.util.Locale;

/// What a live session was about when something was said in it.
public enum Mode {
  SELECTING,
  INTAKE,
  GHOSTWRITING;

  /// The word in the database and on the wire.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Mode of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
