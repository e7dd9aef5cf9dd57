package ghostwriter.drafting.openai;

import ghostwriter.drafting.openai.Fault.Kind;
import ghostwriter.drafting.openai.Reply.Failed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Keeps from asking a provider that is known to be of no use just now (the circuit breaker of M.
/// Nygard, Release It!, 2007). When its time is over, one may ask, and the others wait for what
/// comes of it. Safe for many threads.
final class Breaker {
  /// So many failures in a row open it.
  static final int LIMIT = 3;

  static final Duration DOWN = Duration.ofSeconds(30);
  static final Duration NO_ENTRY = Duration.ofMinutes(1);
  static final Duration NO_CREDIT = Duration.ofMinutes(10);

  /// @param until nobody asks before that
  /// @param why null while it is closed
  private record State(int failures, Instant until, @Nullable Fault why) {
    static final State CLOSED = new State(0, Instant.EPOCH, null);
  }

  private final InstantSource clock;
  private final AtomicReference<State> state = new AtomicReference<>(State.CLOSED);

  Breaker(InstantSource clock) {
    this.clock = clock;
  }

  /// Why not to ask now; empty where one may.
  Optional<Fault> standsAgainst() {
    State now = state.get();
    Fault why = now.why();
    if (why == null) {
      return Optional.empty();
    }
    Duration left = Duration.between(clock.instant(), now.until());
    if (left.isPositive()) {
      return Optional.of(new Fault(why.kind(), why.code(), Optional.of(left), why.passing()));
    }
    var probed = new State(now.failures(), clock.instant().plus(DOWN), why);
    return state.compareAndSet(now, probed) ? Optional.empty() : standsAgainst();
  }

  /// Learns what came of asking.
  void heed(Reply reply) {
    if (reply instanceof Failed(var fault, _)) {
      heed(fault);
    } else {
      state.set(State.CLOSED);
    }
  }

  private void heed(Fault fault) {
    switch (fault.kind()) {
      case CREDIT -> open(fault, NO_CREDIT);
      case KEY, MODEL -> open(fault, NO_ENTRY);
      case BUSY, DOWN -> state.updateAndGet(before -> failed(before, fault));
      case TOO_LONG, POLICY, REQUEST -> state.set(State.CLOSED);
    }
  }

  private void open(Fault fault, Duration time) {
    state.set(new State(LIMIT, clock.instant().plus(time), fault));
  }

  private State failed(State before, Fault fault) {
    int failures = before.failures() + 1;
    boolean asksForTime = fault.kind() == Kind.BUSY && fault.after().isPresent();
    return failures < LIMIT && !asksForTime
        ? new State(failures, Instant.EPOCH, null)
        : new State(failures, clock.instant().plus(fault.after().orElse(DOWN)), fault);
  }
}
