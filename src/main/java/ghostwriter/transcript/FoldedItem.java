package ghostwriter.transcript;

import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One item of a live session, as the fold knows it.
///
/// @param id the provider's first id for it
/// @param label the tool's name for tool calls, else empty
/// @param call the provider's name for a tool call, on the call and on its answer; else empty
/// @param text all that was said, also where it was cut off while it was spoken
/// @param heard how much of an answer was played before it was cut off; empty where it was not
/// @param revision 1 for the first settled wording, raised by each later one
/// @param orderUncertain whether its place is a guess
/// @param at when it took its place
public record FoldedItem(
    String id,
    int epoch,
    ItemKind kind,
    Role role,
    String label,
    String call,
    ItemState state,
    Words text,
    Optional<Duration> heard,
    int revision,
    boolean orderUncertain,
    Instant at) {

  /// Whether these are the client's own words, fit to be evidence.
  public boolean evidence() {
    return kind == ItemKind.MESSAGE
        && role == Role.USER
        && state == ItemState.COMPLETED
        && !text.isBlank();
  }
}
