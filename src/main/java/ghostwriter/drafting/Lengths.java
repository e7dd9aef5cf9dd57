package ghostwriter.drafting;

import ghostwriter.transcript.ConversationItem;
import java.util.IdentityHashMap;

/// What turns take of a pack, in tokens. One turn is weighed for many sections, and counted once.
/// It is for one thread.
final class Lengths {
  /// What a prompt writes around a turn, such as its id and who speaks, at most.
  static final int MARKUP = 24;

  private final IdentityHashMap<ConversationItem, Integer> counted = new IdentityHashMap<>();

  int of(ConversationItem item) {
    return counted.computeIfAbsent(item, it -> of(it.text().text()));
  }

  static int of(String text) {
    return MARKUP + Tokens.of(text);
  }
}
