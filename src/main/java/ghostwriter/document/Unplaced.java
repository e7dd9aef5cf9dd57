package ghostwriter.document;

/// An edit that could not be placed, and why.
public record Unplaced(Edit edit, Reason reason) {
  /// Why an edit has no place.
  public enum Reason {
    /// A human wrote the block or rules the outline, and the edit is a draft's.
    WRITTEN_BY_HAND,
    /// The section is locked, and the edit is a draft's.
    LOCKED,
    /// The block has another wording than in the base version.
    CHANGED_MEANWHILE,
    /// The block or section is not in the document any more.
    GONE,
    /// A block or section of that id is already there.
    ALREADY_THERE
  }
}
