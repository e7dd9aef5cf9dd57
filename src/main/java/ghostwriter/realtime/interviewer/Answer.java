package ghostwriter.realtime.interviewer;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What the client said, as far as the interviewer understands it.
///
/// @param item the id of the item it was said in
/// @param words the client's own
/// @param told the slots of a scene this fills
/// @param sorrow whether a loss is told
record Answer(
    String item, String words, Intent intent, List<Named> named, Set<Slot> told, boolean sorrow) {
  /// What the client wants with it.
  enum Intent {
    /// Tells something.
    ANSWER,
    SILENCE,
    UNKNOWN,
    SKIP,
    NO,
    YES,
    DRAFT,
    WRITTEN,
    STOP,
    /// Wants something left out of the book.
    OUT,
    /// Did not understand the question.
    WHAT,
    /// Asks whom he is talking to.
    WHO,
    /// Wants to be reminded of something.
    TODO,
    /// Puts something right.
    FIX,
    HELLO
  }

  /// The same with its names understood another way.
  Answer with(UnaryOperator<Named> understanding) {
    return new Answer(
        item, words, intent, named.stream().map(understanding).toList(), told, sorrow);
  }

  int length() {
    return Lexicon.words(words).size();
  }

  boolean tells() {
    return intent == Intent.ANSWER || intent == Intent.FIX || intent == Intent.TODO;
  }

  @Override
  public String toString() {
    return "Answer[" + intent + "]";
  }
}
