package ghostwriter.drafting.openai;

import ghostwriter.drafting.openai.Reply.Failed;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Asks a provider up to three times, ever later.
final class Tries {
  static final int MAX = 3;

  /// What is further away is not waited for here.
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LAST = Duration.ofSeconds(8);

  /// At most this part of a wait is left out by chance, so that not all come back at once.
  private static final double JITTER = 0.25;

  /// Lets time pass.
  interface Pause {
    void last(Duration wait) throws InterruptedException;
  }

  /// @param reply the last one
  /// @param tally of all of them
  record Tried(Reply reply, Tally tally, int calls) {}

  private final Exchange exchange;
  private final Pause pause;
  private final RandomGenerator random;

  Tries(Exchange exchange, Pause pause, RandomGenerator random) {
    this.exchange = exchange;
    this.pause = pause;
    this.random = random;
  }

  Tried ask(Ask ask) throws InterruptedException {
    Tally sum = Tally.NONE;
    for (int calls = 1; ; calls++) {
      Reply reply = exchange.ask(ask);
      sum = sum.and(reply.tally());
      Optional<Duration> wait = wait(reply, calls);
      if (wait.isEmpty()) {
        return new Tried(reply, sum, calls);
      }
      pause.last(wait.get());
    }
  }

  /// How long to wait before asking again; empty where that is of no use here.
  private Optional<Duration> wait(Reply reply, int calls) {
    return calls < MAX && reply instanceof Failed(var fault, _) && fault.passing()
        ? Optional.of(fault.after().orElseGet(() -> backOff(calls)))
            .filter(wait -> wait.compareTo(LONGEST) <= 0)
        : Optional.empty();
  }

  /// Half a second, doubled each time, up to 8 s, and a random part of it less.
  private Duration backOff(int calls) {
    Duration full = FIRST.multipliedBy(1L << (calls - 1));
    Duration capped = full.compareTo(LAST) < 0 ? full : LAST;
    return capped.minusMillis(Math.round(capped.toMillis() * JITTER * random.nextDouble()));
  }
}
