package ghostwriter.transcript;

import java.time.Duration;
import java.util.Optional;

/// What happened to an item besides its words.
///
/// @param failed its words could not be made out
/// @param timedOut its words were waited for long enough
/// @param ended its connection is gone
/// @param heard how much of it was played before it was cut off
record Marks(
    boolean failed, boolean timedOut, boolean ended, boolean deleted, Optional<Duration> heard) {
  static final Marks NONE = new Marks(false, false, false, false, Optional.empty());

  Marks failing() {
    return new Marks(true, timedOut, ended, deleted, heard);
  }

  Marks timingOut() {
    return new Marks(failed, true, ended, deleted, heard);
  }

  Marks ending() {
    return new Marks(failed, timedOut, true, deleted, heard);
  }

  Marks deleting() {
    return new Marks(failed, timedOut, ended, true, heard);
  }

  Marks truncating(Duration atHeard) {
    return new Marks(failed, timedOut, ended, deleted, Optional.of(atHeard));
  }

  /// Whether provisional words have stopped coming.
  boolean quiet() {
    return failed || timedOut || ended;
  }
}
