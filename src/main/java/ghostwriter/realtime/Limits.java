package ghostwriter.realtime;

import java.time.Duration;

/// What the engine takes on at most.
///
/// @param length how long a session lasts
/// @param sessions how many sessions live at a time
/// @param frameBytes the longest event a client may send
/// @param inboxCharacters what may wait to be read in one session; more holds the sender back
/// @param outboxCharacters what may wait to be taken by one socket; more closes it
record Limits(
    Duration length, int sessions, int frameBytes, int inboxCharacters, int outboxCharacters) {
  private static final int MIB = 1024 * 1024;

  static final Limits STANDARD =
      new Limits(Duration.ofMinutes(60), 2_000, 16 * MIB, 20 * MIB, 40 * MIB);
}
