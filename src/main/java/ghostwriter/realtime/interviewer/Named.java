package ghostwriter.realtime.interviewer;

import java.util.Locale;

/// Somebody, some place or some time the client named.
///
/// @param name as the interviewer says it back; a time with its preposition
/// @param at a place with its preposition; the name for everything else
record Named(Kind kind, String name, String at) {
  /// What it is, as far as that can be heard. `NAME` where it cannot.
  enum Kind {
    PERSON,
    NAME,
    PLACE,
    DAY,
    DATE,
    BORN,
    AGE;

    /// As the headings of the questions say it.
    String heading() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Named of(Kind kind, String name) {
    return new Named(kind, name, name);
  }

  /// Two names for the same, whatever they were taken for.
  boolean sameAs(String other) {
    return name.equalsIgnoreCase(other) || at.equalsIgnoreCase(other);
  }

  @Override
  public String toString() {
    return "Named[" + kind + "]";
  }
}
