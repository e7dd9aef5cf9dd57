package ghostwriter.drafting;

import java.util.Locale;

/// Writes: turns a brief into edits. It is called with no transaction open and may take minutes.
/// Implementations are safe for many threads.
public interface DraftModel {
  Answer draft(Brief brief);

  /// Whether drafts cost money.
  default boolean isPaid() {
    return false;
  }

  /// Whether it reads all that is new, however much it is: the sections' packs have no bound then.
  default boolean readsEverything() {
    return false;
  }

  /// Whether it knows a language well enough to heed what is asked in it, such as to leave
  /// something out.
  default boolean speaks(Locale language) {
    return true;
  }
}
