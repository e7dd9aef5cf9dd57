package ghostwriter.interview;

import java.util.Locale;

/// Where a session stands, as people see it.
public enum Standing {
  CONNECTING,
  LISTENING,
  PAUSED,
  /// Over for good; its transcript is frozen.
  STOPPED,
  /// No use in trying again before somebody changes something.
  BROKEN;

  /// The word in the database and on the wire.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Standing of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
