package ghostwriter.transcript;

import ghostwriter.vocabulary.SessionId;

/// Something about a stored transcript that cannot be.
///
/// @param item the item's id, or the number that is missing
public record Anomaly(SessionId session, Kind kind, String item) {
  public enum Kind {
    /// A turn or a raw event is missing between others.
    GAP,
    /// Two items claim one turn.
    DUPLICATE,
    /// Stored in another order than it was said in.
    ORDER,
    /// Said, and not stored.
    MISSING,
    /// Stored, and never said.
    UNKNOWN,
    /// Stored with other words.
    WORDS,
    /// Stored as another kind of item, by another role, in another state.
    STATE
  }
}
