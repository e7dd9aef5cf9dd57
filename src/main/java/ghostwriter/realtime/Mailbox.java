package ghostwriter.realtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private boolean shut;

  Mailbox(int capacity) {
    this.capacity = capacity;
    this.room = new Semaphore(capacity);
  }

  /// Puts a letter in, waiting for room where it is heavy. It is dropped where nobody reads any
  /// more.
  void put(T letter, int weight) throws InterruptedException {
    int counted = Math.min(weight, capacity);
    room.acquire(counted);
    add(new Weighed<>(letter, counted));
  }

  /// Puts in a letter that cannot wait; false where nobody reads any more.
  boolean put(T letter) {
    return add(new Weighed<>(letter, 0));
  }

  private boolean add(Weighed<T> letter) {
    synchronized (letters) {
      return !shut && letters.add(letter);
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

  /// Nobody reads any more, and whoever waits for room goes on. Tells what was not read.
  List<T> shut() {
    List<Weighed<T>> unread = new ArrayList<>();
    synchronized (letters) {
      shut = true;
      letters.drainTo(unread);
    }
    room.release(Integer.MAX_VALUE - capacity);
    return unread.stream().map(Weighed::letter).toList();
  }
}
