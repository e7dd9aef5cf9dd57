package ghostwriter.queue;

import java.util.Locale;

/// What a job is for.
public enum JobKind {
  /// Brings into the document what was said since the last one. Waiting requests merge.
  UPDATE,
  /// Does to one section what somebody asked for. It never merges with anything.
  REFINE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
