package ghostwriter.document;

import ghostwriter.vocabulary.Words;

/// A stretch of a drafted block that its sources do not bear out. Grounded is not verified: a block
/// without doubts may still be wrong.
///
/// @param from where it begins in the block's Markdown, in UTF-16 units
/// @param to where it ends, excluded
/// @param about the number, the name or the word that is in doubt; for {@link Kind#UNSUPPORTED} the
///   stretch itself
public record Doubt(int from, int to, Kind kind, Words about) {
  public enum Kind {
    /// A number, a date or a year that nobody said.
    NUMBER,
    /// A name that nobody said.
    NAME,
    /// It denies what was said, or says what was denied.
    NEGATION,
    /// Too little of it was said at all.
    UNSUPPORTED
  }

  public Doubt {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("A doubt needs a range that is not empty.");
    }
  }
}
