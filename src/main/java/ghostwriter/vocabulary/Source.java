package ghostwriter.vocabulary;

/// The exact words a block rests on: a range of one revision of one item, `from` included, `to`
/// excluded, in UTF-16 units.
public record Source(ItemId item, int revision, int from, int to) {
  public Source {
    if (revision < 1 || from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "A source needs a revision from 1 and a range that is not empty.");
    }
  }
}
