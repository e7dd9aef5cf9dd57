package ghostwriter.drafting;

import ghostwriter.queue.DatabaseTime;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.QueueRules;
import ghostwriter.queue.WorkerId;
import ghostwriter.vocabulary.Ids;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says every 3 seconds that this node's worker is alive. One that could not say so for half a
/// lease gives its id up and goes on under a new one: whatever it held is somebody else's from then
/// on. Safe for many threads.
final class Pulse {
  /// @param id never used before
  /// @param beatAt when it last beat, on [System#nanoTime]
  private record Life(WorkerId id, long beatAt) {
    private boolean isFresh() {
      return System.nanoTime() - beatAt < HALF_LEASE.toNanos();
    }
  }

  private static final Logger log = LoggerFactory.getLogger(Pulse.class);
  private static final Duration HALF_LEASE = QueueRules.LEASE.dividedBy(2);

  /// A beat that takes longer than this has failed, whatever it still waits for: a silent network
  /// must not hold up the decision to give up.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final DraftQueue queue;
  private final DatabaseTime time;
  private final Ids ids;
  private final Consumer<WorkerId> onLost;
  private final AtomicReference<Life> life;
  private volatile boolean open;

  /// @param onLost told an id that was given up
  Pulse(DraftQueue queue, DatabaseTime time, Ids ids, Consumer<WorkerId> onLost) {
    this.queue = queue;
    this.time = time;
    this.ids = ids;
    this.onLost = onLost;
    this.life = new AtomicReference<>(unborn());
  }

  /// A life that has not beaten yet: it may claim nothing, as others would take it for dead.
  private Life unborn() {
    return new Life(new WorkerId(ids.next()), System.nanoTime() - QueueRules.LEASE.toNanos());
  }

  /// Beats once on this thread, then on a platform thread of its own, which busy drafts cannot hold
  /// up.
  void start() {
    life.set(unborn());
    beat();
    open = true;
    Thread.ofPlatform().daemon().name("draft-beat").start(this::keepBeating);
  }

  void stop() {
    open = false;
    sayGoodbye(id());
  }

  WorkerId id() {
    return life.get().id();
  }

  /// Whether the last beat is young enough to claim by.
  boolean isFresh() {
    return life.get().isFresh();
  }

  private void keepBeating() {
    while (open) {
      LockSupport.parkNanos(QueueRules.BEAT.toNanos());
      if (open && !beatInTime() && !isFresh()) {
        resign(id());
      }
    }
  }

  private boolean beatInTime() {
    var done = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() -> {
          if (tryBeat()) {
            done.countDown();
          }
        });
    try {
      return done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private boolean tryBeat() {
    try {
      beat();
      return true;
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("failure", e.getClass().getName()).log("could not beat");
      return false;
    }
  }

  private void beat() {
    Life now = life.get();
    long before = System.nanoTime();
    time.measure();
    queue.beat(now.id());
    // No effect where it has resigned meanwhile: its next life has to beat for itself.
    life.compareAndSet(now, new Life(now.id(), before));
  }

  /// Gives an id up, so that others can take over whatever it holds at once.
  void resign(WorkerId lost) {
    Life before = life.getAndUpdate(now -> now.id().equals(lost) ? unborn() : now);
    if (before.id().equals(lost)) {
      onLost.accept(lost);
      // Not here: this may be one of the threads that were just stopped, or the beat's own.
      Thread.ofVirtual().name("draft-goodbye").start(() -> sayGoodbye(lost));
    }
  }

  private void sayGoodbye(WorkerId lost) {
    try {
      queue.retire(lost);
    } catch (RuntimeException e) {
      log.atInfo().addKeyValue("failure", e.getClass().getName()).log("left without a goodbye");
    }
  }
}
