package ghostwriter.drafting;

import ghostwriter.feed.Hints;
import ghostwriter.queue.DatabaseTime;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.WorkerId;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import ghostwriter.vocabulary.Ids;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Drives the [DraftWorker]: looks for work at each hint and once a second, sweeps every 30
/// seconds.
///
/// One virtual thread claims, one thread a job runs it; the [Pulse] beats beside them.
@Component
public class WorkerLoop implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(WorkerLoop.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration SWEEP = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final DraftWorker worker;
  private final DraftQueue queue;
  private final Hints hints;
  private final Duration look;
  private final int sweepLimit;
  private final Semaphore free;
  private final Semaphore bell = new Semaphore(0);
  private final Runs runs = new Runs();
  private final Pulse pulse;

  private volatile boolean open;

  /// Whether a job that runs here may have been withdrawn.
  private volatile boolean withdrawal;

  private Hints.Subscription hearing = () -> {};
  private List<Thread> looking = List.of();

  @Autowired
  public WorkerLoop(
      DraftWorker worker,
      DraftQueue queue,
      DatabaseTime time,
      Hints hints,
      Ids ids,
      Settings settings) {
    this(worker, queue, time, hints, ids, settings, LOOK);
  }

  /// @param look how often to look for work that no hint told of
  WorkerLoop(
      DraftWorker worker,
      DraftQueue queue,
      DatabaseTime time,
      Hints hints,
      Ids ids,
      Settings settings,
      Duration look) {
    this.look = look;
    this.worker = worker;
    this.queue = queue;
    this.hints = hints;
    this.sweepLimit = settings.number(Setting.DRAFTING_SWEEP_LIMIT, 1);
    this.free = new Semaphore(settings.number(Setting.DRAFTING_CONCURRENCY, 1));
    this.pulse = new Pulse(queue, time, ids, runs::interruptAllOf);
  }

  @Override
  public void start() {
    pulse.start();
    open = true;
    hearing = hints.listen(Hints.Topic.DRAFTS, this::hear);
    looking =
        List.of(
            Thread.ofVirtual().name("draft-claim").start(this::keepClaiming),
            Thread.ofVirtual().name("draft-sweep").start(this::keepSweeping));
  }

  private void hear(Hints.Hint hint) {
    if (runs.concern(hint)) {
      withdrawal = true;
    }
    bell.release();
  }

  private void keepClaiming() {
    long lastLook = System.nanoTime();
    while (open) {
      try {
        awaitRing();
        claimWhatIsDue(Integer.MAX_VALUE);
        // By the time and not by the silence: hints that keep coming must not hide the dead.
        if (System.nanoTime() - lastLook >= look.toNanos()) {
          lastLook = System.nanoTime();
          withdrawal = true;
          worker.rescue(sweepLimit);
        }
        stopWhatWasWithdrawn();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.atWarn()
            .addKeyValue("failure", e.getClass().getName())
            .log("could not look for drafts");
      }
    }
  }

  /// What was taken from this worker need not be brought to its end; the fence would refuse it.
  private void stopWhatWasWithdrawn() {
    if (withdrawal) {
      withdrawal = false;
      runs.stop(queue.gone(runs.jobs()));
    }
  }

  private void awaitRing() throws InterruptedException {
    if (bell.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS)) {
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
    return open && pulse.isFresh();
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
    WorkerId id = pulse.id();
    try {
      claimed = places == 0 ? List.of() : worker.claim(id, places);
      return claimed;
    } catch (DraftWorker.ClaimInDoubt e) {
      // What it may have taken is run by nobody, least of all under an id that goes on beating.
      pulse.resign(id);
      throw e;
    } finally {
      free.release(places - claimed.size());
    }
  }

  private void begin(DraftJob job) {
    // Not a virtual one: the built-in drafter computes, and would keep whoever talks from the few
    // threads that virtual ones share, which cannot stand back besides.
    Thread thread =
        Thread.ofPlatform().daemon().name("draft-" + job.id()).unstarted(() -> runToItsEnd(job));
    runs.begin(job, thread);
  }

  private void runToItsEnd(DraftJob job) {
    Niceness.standBack();
    try {
      worker.run(job);
    } catch (RuntimeException | Error e) {
      if (runs.isStopped(job)) {
        log.atInfo().addKeyValue("job", job.id()).log("stopped a draft that was withdrawn");
      } else {
        giveUpAfter(e, job);
      }
    } finally {
      runs.end(job);
      free.release();
      bell.release();
    }
  }

  /// Its end could not be recorded, so nobody knows that it is over: let others take it over.
  private void giveUpAfter(Throwable failure, DraftJob job) {
    log.atWarn()
        .addKeyValue("job", job.id())
        .addKeyValue("failure", failure.getClass().getName())
        .log("could not record how a draft ended");
    pulse.resign(job.worker());
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
    looking.forEach(thread -> Runs.awaitEnd(thread, deadline));
    runs.awaitEnd(deadline);
    runs.forEach(this::handBack);
    pulse.stop();
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
