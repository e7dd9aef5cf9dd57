package ghostwriter.drafting;

import ghostwriter.feed.Hints.Hint;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.WorkerId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// The jobs that run here, a thread each. Safe for many threads.
final class Runs {
  private final Map<DraftJob, Thread> threads = new ConcurrentHashMap<>();
  private final Set<DraftJob> stopped = ConcurrentHashMap.newKeySet();

  /// Notes the job, then starts the thread that runs it; the thread ends with [#end].
  void begin(DraftJob job, Thread thread) {
    threads.put(job, thread);
    thread.start();
  }

  void end(DraftJob job) {
    threads.remove(job);
    stopped.remove(job);
  }

  List<DraftJob> jobs() {
    return List.copyOf(threads.keySet());
  }

  /// Whether something runs in the project that a hint tells of.
  boolean concern(Hint hint) {
    return threads.keySet().stream().anyMatch(job -> hint.concerns(job.project().value()));
  }

  /// What runs under a lost id is stopped: the fence would refuse its end anyway.
  void interruptAllOf(WorkerId lost) {
    threads.forEach((job, thread) -> {
      if (job.worker().equals(lost)) {
        thread.interrupt();
      }
    });
  }

  /// Interrupts the threads of jobs that are not this worker's any more.
  void stop(Collection<DraftJob> gone) {
    for (DraftJob job : gone) {
      threads.computeIfPresent(
          job,
          (_, thread) -> {
            // Noted first: it is how the thread tells a withdrawal from a fault.
            stopped.add(job);
            thread.interrupt();
            return thread;
          });
    }
  }

  /// Whether [#stop] has met this job. Nothing of how it ends needs to be recorded then.
  boolean isStopped(DraftJob job) {
    return stopped.contains(job);
  }

  void awaitEnd(long deadline) {
    threads.values().forEach(thread -> awaitEnd(thread, deadline));
  }

  /// @param deadline on [System#nanoTime]
  static void awaitEnd(Thread thread, long deadline) {
    try {
      thread.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void forEach(BiConsumer<DraftJob, Thread> act) {
    threads.forEach(act);
  }
}
