package ghostwriter.realtime;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// What waits for a session's thread, in order. It holds a bounded weight: whoever brings more
/// waits, and so does the network behind him.
///
/// @param <T> what is put in
final class Mailbox<T> {
  private record Weighed<T>(T letter, int weight) {}

  private final LinkedBlockingQueue<Weighed<T>> letters = new LinkedBlockingQueue<>();
  private final Semaphore room;
  private final int capacity;
  private volatile boolean shut;

  Mailbox(int capacity) {
    this.capacity = capacity;
    this.room = new Semaphore(capacity);
  }

  /// Puts a letter in, waiting for room where it is heavy.
  void put(T letter, int weight) throws InterruptedException {
    int counted = Math.min(weight, capacity);
    room.acquire(counted);
    if (!shut) {
      letters.add(new Weighed<>(letter, counted));
    }
  }

  /// Puts in a letter that cannot wait.
  void put(T letter) {
    if (!shut) {
      letters.add(new Weighed<>(letter, 0));
    }
  }

  /// The next letter; empty where none comes in time.
  Optional<T> next(Duration patience) throws InterruptedException {
    var next = letters.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (next == null) {
      return Optional.empty();
    }
    room.release(next.weight());
    return Optional.of(next.letter());
  }

  /// Nobody reads any more: letters are dropped, and whoever waits for room goes on.
  void shut() {
    shut = true;
    letters.clear();
    room.release(Integer.MAX_VALUE - capacity);
  }
}
