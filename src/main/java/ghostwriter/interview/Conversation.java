package ghostwriter.interview;

import ghostwriter.transcript.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Decides what a live session does: a happening and the time go in, a new conversation and acts
/// come out. Pure and immutable.
///
/// What always holds: one gate for all replies, closed while a reply runs or is asked for and while
/// the client speaks or writes; a tool runs once a call; what the client typed is sent again on a
/// new line until the provider has it; each ended draft is told once.
///
/// @param calls every tool call that was run on this line
/// @param openCalls calls whose answer is not there yet
/// @param mentioned the news that this line has, by its item
/// @param heard the number of the last draft's news
record Conversation(
    Stage stage,
    Mode mode,
    Speaking speaking,
    Set<String> calls,
    Set<String> openCalls,
    Set<String> mentioned,
    Outbox outbox,
    long heard) {

  /// How long before the provider's own limit a line is renewed, at a quiet moment.
  static final Duration RENEWAL = Duration.ofMinutes(5);

  /// @param conversation as it stands now
  /// @param acts to perform, in order
  record Step(Conversation conversation, List<Act> acts) {}

  /// A conversation that is not connected.
  ///
  /// @param epoch of its last line; 0 before the first
  /// @param told the number of the last draft's news that needs no telling
  static Conversation at(int epoch, Mode mode, long told) {
    return new Conversation(
        new Stage.Paused(epoch),
        mode,
        Speaking.NOTHING,
        Set.of(),
        Set.of(),
        Set.of(),
        Outbox.EMPTY,
        told);
  }

  /// Whether it waits for a moment to speak, so that it has to look at the clock often.
  boolean impatient() {
    return !speaking.owed().waiting().isEmpty() || stage instanceof Stage.Waiting;
  }

  /// Whether the client typed something that no provider has confirmed.
  boolean hasUnheardWords() {
    return outbox.words().findAny().isPresent();
  }

  Step on(Happening happening, Instant now) {
    return new Deliberation(this, now).on(happening);
  }
}
