package ghostwriter.interview;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who has the floor. A reply may be asked for only when nobody has: one gate for all replies of a
/// session.
///
/// @param reply the reply that runs
/// @param asked when a reply was asked for that has not begun yet
/// @param speaking whether the client speaks
/// @param wroteAt when the client last touched what they are writing
/// @param notBefore when to ask again after a refusal
record Floor(
    Optional<Floor.Running> reply,
    Optional<Instant> asked,
    boolean speaking,
    Optional<Instant> wroteAt,
    Optional<Instant> notBefore) {
  record Running(String id, Instant since) {}

  static final Floor FREE =
      new Floor(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

  /// How long after a keystroke the client still counts as writing.
  static final Duration WRITING = Duration.ofSeconds(4);

  /// How long to wait for a reply that was asked for and neither begins nor is refused.
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /// How long a reply may take; longer than anybody speaks.
  static final Duration LONGEST = Duration.ofMinutes(3);

  /// How long to wait after a refusal whose reason may be over already.
  static final Duration PAUSE = Duration.ofMillis(250);

  boolean isFree(Instant now) {
    return reply.isEmpty() && asked.isEmpty() && !speaking && !writing(now) && !holding(now);
  }

  private boolean writing(Instant now) {
    return wroteAt.filter(at -> now.isBefore(at.plus(WRITING))).isPresent();
  }

  private boolean holding(Instant now) {
    return notBefore.filter(now::isBefore).isPresent();
  }

  Floor ask(Instant now) {
    return new Floor(reply, Optional.of(now), speaking, wroteAt, Optional.empty());
  }

  /// @param ours whether it is the reply that was asked for
  Floor begin(String id, boolean ours, Instant now) {
    return new Floor(
        Optional.of(new Running(id, now)),
        ours ? Optional.empty() : asked,
        speaking,
        wroteAt,
        notBefore);
  }

  Floor end(String id) {
    boolean running = reply.filter(it -> it.id().equals(id)).isPresent();
    return running ? new Floor(Optional.empty(), asked, speaking, wroteAt, notBefore) : this;
  }

  /// Whether the reply that runs will hardly end any more.
  boolean isStuck(Instant now) {
    return reply.filter(it -> now.isAfter(it.since().plus(LONGEST))).isPresent();
  }

  /// What was asked for will not come; nothing is asked for before that time.
  Floor hold(Instant until) {
    return new Floor(reply, Optional.empty(), speaking, wroteAt, Optional.of(until));
  }

  /// What the client says is answered at once, however long it was to be waited for.
  Floor speech(boolean now) {
    return new Floor(reply, asked, now, wroteAt, Optional.empty());
  }

  Floor wrote(Instant now) {
    return new Floor(reply, asked, speaking, Optional.of(now), notBefore);
  }

  /// The client has sent what they wrote; it is answered at once.
  Floor sent() {
    return new Floor(reply, asked, speaking, Optional.empty(), Optional.empty());
  }

  /// Whether a reply was asked for too long ago to be waited for.
  boolean hasLapsed(Instant now) {
    return asked.filter(at -> now.isAfter(at.plus(PATIENCE))).isPresent();
  }
}
