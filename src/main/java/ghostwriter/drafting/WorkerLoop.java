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

  private volatile boolean open;
  private volatile WorkerId id;
  private volatile long lastBeat;

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
    this.id = new WorkerId(ids.next());
  }

  @Override
  public void start() {
    open = true;
    beat();
    hints.listen(Hints.Topic.DRAFTS, _ -> bell.release());
    Thread.ofPlatform().daemon().name("draft-beat").start(this::keepBeating);
    Thread.ofVirtual().name("draft-claim").start(this::keepClaiming);
    Thread.ofVirtual().name("draft-sweep").start(this::keepSweeping);
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
    try {
      beat();
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("failure", e.getClass().getName()).log("could not beat");
      if (sinceLastBeat().compareTo(HALF_LEASE) > 0) {
        resign();
      }
    }
  }

  private void beat() {
    time.measure();
    queue.beat(id);
    lastBeat = System.nanoTime();
  }

  private Duration sinceLastBeat() {
    return Duration.ofNanos(System.nanoTime() - lastBeat);
  }

  /// The lease may run out unseen: whatever runs here is stopped, and its end would be refused by
  /// the fence anyway.
  private void resign() {
    id = new WorkerId(ids.next());
    running.values().forEach(Thread::interrupt);
  }

  private void keepClaiming() {
    while (open) {
      try {
        if (bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          bell.drainPermits();
        } else {
          worker.rescue(sweepLimit);
        }
        claimWhatIsDue(Integer.MAX_VALUE);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.atWarn()
            .addKeyValue("failure", e.getClass().getName())
            .log("could not look for drafts");
      }
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
    return open && sinceLastBeat().compareTo(HALF_LEASE) < 0;
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
      claimed = places == 0 ? List.of() : worker.claim(id, places);
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
    } catch (RuntimeException e) {
      // Its end could not be recorded, so nobody knows that it is over: let the lease run out.
      log.atWarn()
          .addKeyValue("job", job.id())
          .addKeyValue("failure", e.getClass().getName())
          .log("could not record how a draft ended");
      resign();
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
    bell.release();
    running.values().forEach(this::awaitEnd);
    running.forEach(this::handBack);
    queue.retire(id);
  }

  private void awaitEnd(Thread thread) {
    try {
      thread.join(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handBack(DraftJob job, Thread thread) {
    worker.release(job);
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return open;
  }
}
