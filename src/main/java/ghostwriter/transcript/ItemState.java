package ghostwriter.transcript;

/// How far an item has come. All but `OPEN` are settled: nothing waits for the item any more.
public enum ItemState {
  /// Its words are still coming.
  OPEN,
  COMPLETED,
  /// Cut off before its end; the words are what there was of them.
  INCOMPLETE,
  /// Nothing was said: noise, or silence.
  EMPTY,
  /// The provider could not make out the words.
  FAILED,
  /// The words did not come in time, and may still come.
  TIMED_OUT,
  /// Withdrawn from the conversation; its words are kept and never used.
  DELETED;

  public boolean settled() {
    return this != OPEN;
  }
}
