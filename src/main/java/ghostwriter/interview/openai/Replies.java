package ghostwriter.interview.openai;

import ghostwriter.interview.LineEvent;
import ghostwriter.interview.LineEvent.Outcome;
import ghostwriter.interview.LineEvent.ReplyEnded;
import ghostwriter.interview.LineEvent.ReplyStarted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The replies of a line: each begins once and ends once, whatever comes twice or in the wrong
/// order. Whoever waits for an end would otherwise wait for ever. Used by one thread.
final class Replies {
  private static final int MEMORY = 64;

  private final Map<String, Optional<String>> running = new HashMap<>();
  private final Recent ended = new Recent(MEMORY);
  private final Recent beside = new Recent(MEMORY);

  List<LineEvent> began(String reply, Optional<String> purpose) {
    if (ended.contains(reply) || running.putIfAbsent(reply, purpose) != null) {
      return List.of();
    }
    return List.of(new ReplyStarted(reply, purpose));
  }

  List<LineEvent> ended(String reply, Optional<String> purpose, Outcome outcome) {
    Optional<String> asked = running.remove(reply);
    if (!ended.add(reply)) {
      return List.of();
    }
    return asked == null
        ? List.of(new ReplyStarted(reply, purpose), new ReplyEnded(reply, purpose, outcome))
        : List.of(new ReplyEnded(reply, asked.or(() -> purpose), outcome));
  }

  /// A response that is no part of the conversation.
  void standsBeside(String reply) {
    beside.add(reply);
  }

  boolean isBeside(String reply) {
    return beside.contains(reply);
  }
}
