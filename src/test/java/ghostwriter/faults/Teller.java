package ghostwriter.faults;

import ghostwriter.testing.Caller;
import ghostwriter.vocabulary.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Somebody who tells by typing, one conversation after the other: says something, waits for the
/// answer, says the next thing. Whatever breaks off is sent again with the same key.
final class Teller {
  /// The longest that anything may take before the story is given up.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration AGAIN = Duration.ofMillis(50);
  private static final Duration THINKING = Duration.ofMillis(30);

  /// Words that the server has taken, and what it called them.
  record Said(String item, String text) {}

  /// A conversation from its beginning to its end.
  ///
  /// @param shown what was shown at the end
  record Talk(SessionId session, List<Said> said, List<LiveView.Shown> shown) {}

  private final Caller browser;
  private final String beginning;
  private final String opening;
  private final Tale tale;
  private final IntSupplier turns;
  private final List<Talk> talks = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean enough;
  private volatile @Nullable Throwable failure;

  /// When the words that were answered last had been sent first, and when they were answered; both
  /// guarded by `this`.
  private long sentAt = System.nanoTime();

  private long answeredAt = sentAt;

  /// @param beginning the body that begins a conversation
  /// @param opening what is said first; empty for nothing in particular
  /// @param turns how many a conversation has
  Teller(Caller browser, String beginning, String opening, IntSupplier turns, long seed) {
    this.browser = browser;
    this.beginning = beginning;
    this.opening = opening;
    this.tale = new Tale(seed);
    this.turns = turns;
    this.thread = Thread.ofVirtual().name("teller").unstarted(this::tellAll);
  }

  void begin() {
    thread.start();
  }

  private void tellAll() {
    try {
      while (!enough) {
        talks.add(talk());
      }
    } catch (Throwable broken) {
      failure = broken;
    }
  }

  private Talk talk() {
    String session = until("a beginning", this::begun);
    String path = "/api/sessions/" + session;
    List<Said> said = new ArrayList<>();
    try (var view = new LiveView(browser, path)) {
      view.awaitGreeting(PATIENCE);
      int most = turns.getAsInt();
      for (int turn = 0; turn < most && !enough; turn++) {
        said.add(say(path, view, turn == 0 && !opening.isEmpty() ? opening : tale.next()));
      }
      send(path + "/stop", "{}");
      view.awaitStanding("stopped", PATIENCE);
      return new Talk(SessionId.of(session), said, view.items());
    }
  }

  /// A beginning has no key: where its answer was lost, the conversation may be there all the same.
  private Optional<String> begun() {
    Optional<Caller.Answer> made = taken("/api/sessions", beginning);
    return made.map(answer -> answer.json().path("id").asString("")).or(this::alive);
  }

  private Optional<String> alive() {
    try {
      Caller.Answer mine = browser.get("/api/sessions");
      return mine.status() != 200
          ? Optional.empty()
          : mine.json()
              .valueStream()
              .filter(session -> !session.path("standing").asString("").equals("stopped"))
              .map(session -> session.path("id").asString(""))
              .findFirst();
    } catch (IllegalStateException brokenOff) {
      return Optional.empty();
    }
  }

  private Said say(String path, LiveView view, String text) {
    LockSupport.parkNanos(THINKING.toNanos());
    long sent = System.nanoTime();
    String body = "{\"key\": \"%s\", \"text\": \"%s\"}".formatted(UUID.randomUUID(), text);
    String item = send(path + "/words", body).json().path("itemId").asString("");
    view.awaitAnswer(item, PATIENCE);
    answered(sent);
    return new Said(item, text);
  }

  private Caller.Answer send(String path, String body) {
    return until(path, () -> taken(path, body));
  }

  /// @return empty where nobody knows whether it arrived
  private Optional<Caller.Answer> taken(String path, String body) {
    try {
      Caller.Answer answer = browser.post(path, body);
      if (answer.status() >= 300 && answer.status() < 500) {
        throw new AssertionError(path + " was answered " + answer.status() + " " + answer.text());
      }
      return Optional.of(answer).filter(it -> it.status() < 300);
    } catch (IllegalStateException brokenOff) {
      return Optional.empty();
    }
  }

  private static <T> T until(String what, Supplier<Optional<T>> attempt) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> result = attempt.get();
    while (result.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(what + " was not taken within " + PATIENCE);
      }
      LockSupport.parkNanos(AGAIN.toNanos());
      result = attempt.get();
    }
    return result.get();
  }

  private synchronized void answered(long sent) {
    sentAt = sent;
    answeredAt = System.nanoTime();
    notifyAll();
  }

  /// Waits until something was answered that was said after a moment.
  ///
  /// @param since as `System.nanoTime` tells it
  /// @return how long after the moment that was
  synchronized Duration goesOnAfter(long since) throws InterruptedException {
    while (sentAt <= since) {
      rethrow();
      wait(AGAIN.toMillis());
    }
    return Duration.ofNanos(answeredAt - since);
  }

  /// Ends the conversation that is going on.
  List<Talk> end() throws InterruptedException {
    enough = true;
    thread.join();
    rethrow();
    return List.copyOf(talks);
  }

  private void rethrow() {
    Throwable broken = failure;
    if (broken != null) {
      throw new AssertionError("a conversation broke: " + broken.getMessage(), broken);
    }
  }
}
