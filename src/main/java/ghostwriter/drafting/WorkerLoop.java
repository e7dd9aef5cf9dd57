package ghostwriter.drafting;

import ghostwriter.feed.Hints;
import ghostwriter.queue.DatabaseTime;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.QueueRules;
import ghostwriter.queue.WorkerId;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import ghostwriter.vocabulary.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Drives the [DraftWorker]: looks for work at each hint and once a second, beats every 3 seconds,
/// sweeps every 30.
///
/// One virtual thread claims, one virtual thread a job runs it, and a platform thread beats, so
/// that busy drafts cannot hold the beat up. A worker that could not beat for half a lease stops
/// what it runs and goes on under a new id: its jobs are then somebody else's.
@Component
public class WorkerLoop implements SmartLifecycle {
  /// @param id never used before
  /// @param beatAt when it last beat, on [System#nanoTime]
  private record Life(WorkerId id, long beatAt) {
    private Life beatenAt(long time) {
      return new Life(id, time);
    }

    private boolean isFresh() {
      return System.nanoTime() - beatAt < HALF_LEASE.toNanos();
    }
  }

  private static final Logger log = LoggerFactory.getLogger(WorkerLoop.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration SWEEP = Duration.ofSeconds(30);
  private static final Duration HALF_LEASE = QueueRules.LEASE.dividedBy(2);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final DraftWorker worker;
  private final DraftQueue queue;
  private final DatabaseTime time;
  private final Hints hints;
  private final Ids ids;
  private final int sweepLimit;
  private final Semaphore free;
  private final Semaphore bell = new Semaphore(0);
  private final Map<DraftJob, Thread> running = new ConcurrentHashMap<>();
  private final AtomicReference<Life> life;

  private volatile boolean open;
  private Hints.Subscription hearing = () -> {};
  private List<Thread> looking = List.of();

  public WorkerLoop(
      DraftWorker worker,
      DraftQueue queue,
      DatabaseTime time,
      Hints hints,
      Ids ids,
      Settings settings) {
    this.worker = worker;
    this.queue = queue;
    this.time = time;
    this.hints = hints;
    this.ids = ids;
    this.sweepLimit = settings.number(Setting.DRAFTING_SWEEP_LIMIT, 1);
    this.free = new Semaphore(settings.number(Setting.DRAFTING_CONCURRENCY, 1));
    this.life = new AtomicReference<>(unborn());
  }

  /// A life that has not beaten yet: it may claim nothing, as others would take it for dead.
  private Life unborn() {
    return new Life(new WorkerId(ids.next()), System.nanoTime() - QueueRules.LEASE.toNanos());
  }

  @Override
  public void start() {
    life.set(unborn());
    beat();
    open = true;
    hearing = hints.listen(Hints.Topic.DRAFTS, _ -> bell.release());
    Thread.ofPlatform().daemon().name("draft-beat").start(this::keepBeating);
    looking =
        List.of(
            Thread.ofVirtual().name("draft-claim").start(this::keepClaiming),
            Thread.ofVirtual().name("draft-sweep").start(this::keepSweeping));
  }

  private void keepBeating() {
    while (open) {
      LockSupport.parkNanos(QueueRules.BEAT.toNanos());
      if (open) {
        tryBeat();
      }
    }
  }

  private void tryBeat() {
    Life now = life.get();
    try {
      beat();
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("failure", e.getClass().getName()).log("could not beat");
      if (!now.isFresh()) {
        resign(now.id());
      }
    }
  }

  private void beat() {
    Life now = life.get();
    long before = System.nanoTime();
    time.measure();
    queue.beat(now.id());
    // No effect where it has resigned meanwhile: its next life has to beat for itself.
    life.compareAndSet(now, now.beatenAt(before));
  }

  /// Gives an id up, so that others can take over whatever it holds. What runs here under it is
  /// stopped: the fence would refuse its end anyway.
  private void resign(WorkerId lost) {
    Life before = life.getAndUpdate(now -> now.id().equals(lost) ? unborn() : now);
    if (before.id().equals(lost)) {
      sayGoodbye(lost);
      running.forEach((job, thread) -> {
        if (job.worker().equals(lost)) {
          thread.interrupt();
        }
      });
    }
  }

  private void sayGoodbye(WorkerId lost) {
    try {
      queue.retire(lost);
    } catch (RuntimeException e) {
      log.atInfo().addKeyValue("failure", e.getClass().getName()).log("left without a goodbye");
    }
  }

  private void keepClaiming() {
    long lastRescue = System.nanoTime();
    while (open) {
      try {
        awaitRing();
        claimWhatIsDue(Integer.MAX_VALUE);
        // By the time and not by the silence: hints that keep coming must not hide the dead.
        if (System.nanoTime() - lastRescue >= LOOK.toNanos()) {
          lastRescue = System.nanoTime();
          worker.rescue(sweepLimit);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.atWarn()
            .addKeyValue("failure", e.getClass().getName())
            .log("could not look for drafts");
      }
    }
  }

  private void awaitRing() throws InterruptedException {
    if (bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
      bell.drainPermits();
    }
  }

  /// Starts jobs while there are free places and due jobs, at most `limit`.
  private int claimWhatIsDue(int limit) {
    int started = 0;
    while (mayClaim() && started < limit) {
      int places = takePlaces(limit - started);
      List<DraftJob> claimed = claim(places);
      claimed.forEach(this::begin);
      started += claimed.size();
      if (claimed.size() < places || places == 0) {
        return started;
      }
    }
    return started;
  }

  private boolean mayClaim() {
    return open && life.get().isFresh();
  }

  private int takePlaces(int atMost) {
    int taken = 0;
    while (taken < atMost && free.tryAcquire()) {
      taken++;
    }
    return taken;
  }

  private List<DraftJob> claim(int places) {
    List<DraftJob> claimed = List.of();
    try {
      claimed = places == 0 ? List.of() : worker.claim(life.get().id(), places);
      return claimed;
    } finally {
      free.release(places - claimed.size());
    }
  }

  private void begin(DraftJob job) {
    Thread thread = Thread.ofVirtual().name("draft-" + job.id()).unstarted(() -> runToItsEnd(job));
    running.put(job, thread);
    thread.start();
  }

  private void runToItsEnd(DraftJob job) {
    try {
      worker.run(job);
    } catch (RuntimeException | Error e) {
      // Its end could not be recorded, so nobody knows that it is over: let others take it over.
      log.atWarn()
          .addKeyValue("job", job.id())
          .addKeyValue("failure", e.getClass().getName())
          .log("could not record how a draft ended");
      resign(job.worker());
    } finally {
      running.remove(job);
      free.release();
      bell.release();
    }
  }

  private void keepSweeping() {
    while (open) {
      LockSupport.parkNanos(SWEEP.toNanos());
      if (open) {
        trySweep();
      }
    }
  }

  private void trySweep() {
    try {
      sweep();
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("failure", e.getClass().getName()).log("a sweep failed");
    }
  }

  /// Finds what a lost hint or a lost worker left behind and starts it, at most the configured
  /// number of jobs.
  void sweep() {
    worker.rescue(sweepLimit);
    int started = claimWhatIsDue(sweepLimit);
    queue.tidy();
    log.atDebug().addKeyValue("started", started).log("swept");
  }

  /// Stops politely: lets short runs end, hands the others back at no cost, and says goodbye.
  @Override
  public void stop() {
    open = false;
    hearing.close();
    bell.release();
    looking.forEach(LockSupport::unpark);
    long deadline = System.nanoTime() + GRACE.toNanos();
    // Who claims ends first, so that nothing starts any more.
    looking.forEach(thread -> awaitEnd(thread, deadline));
    running.values().forEach(thread -> awaitEnd(thread, deadline));
    running.forEach(this::handBack);
    sayGoodbye(life.get().id());
  }

  private static void awaitEnd(Thread thread, long deadline) {
    try {
      thread.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handBack(DraftJob job, Thread thread) {
    try {
      worker.release(job);
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("job", job.id())
          .addKeyValue("failure", e.getClass().getName())
          .log("could not hand a draft back");
    }
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return open;
  }
}
