package ghostwriter.drafting;

import ghostwriter.drafting.evidence.Indexing;
import ghostwriter.feed.Hints;
import ghostwriter.feed.Hints.Hint;
import ghostwriter.feed.Hints.Topic;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Drives the [Indexing] while people talk, so that a draft finds done what takes longest before a
/// language model is asked. Where the model reads everything, it does nothing.
///
/// One thread, which stands back behind everybody who is waited for. A project is looked at some
/// time after its first news, once for all that came till then. What a lost hint or a full memory
/// leaves out, the draft does itself.
@Component
public class IndexingLoop implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(IndexingLoop.class);
  private static final Duration REST = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(2);

  /// Projects and sessions that wait at most.
  private static final int MOST = 10_000;

  private final Indexing indexing;
  private final Hints hints;
  private final boolean needed;
  private final Duration rest;

  /// What is to be looked at, and when by the nano clock, soonest first; its own lock.
  private final Map<Hint, Long> waiting = new LinkedHashMap<>();

  private volatile boolean open;
  private List<Hints.Subscription> hearing = List.of();
  private List<Thread> threads = List.of();

  @Autowired
  public IndexingLoop(Indexing indexing, DraftModel draftingModel, Hints hints) {
    // Nodes hear the same news at the same time; who comes later finds it done.
    this(
        indexing,
        draftingModel,
        hints,
        REST.plusMillis(ThreadLocalRandom.current().nextLong(REST.toMillis())));
  }

  /// @param rest how long after its first news a project is looked at
  IndexingLoop(Indexing indexing, DraftModel model, Hints hints, Duration rest) {
    this.indexing = indexing;
    this.hints = hints;
    this.needed = !model.readsEverything();
    this.rest = rest;
  }

  @Override
  public void start() {
    open = true;
    if (needed) {
      hearing = List.of(hints.listen(Topic.FEED, this::hear), hints.listen(Topic.TALK, this::hear));
      // Not a virtual one: it computes, and has to stand back.
      threads = List.of(Thread.ofPlatform().daemon().name("indexing").start(this::keepIndexing));
    }
  }

  private void hear(Hint hint) {
    synchronized (waiting) {
      if (hint.subject() != null && waiting.size() < MOST) {
        waiting.putIfAbsent(hint, System.nanoTime() + rest.toNanos());
        waiting.notifyAll();
      }
    }
  }

  private void keepIndexing() {
    Niceness.standBack();
    while (open) {
      next().ifPresent(this::index);
    }
  }

  /// Waits for what is due.
  ///
  /// @return empty where it is worth looking again whether to go on
  private Optional<Hint> next() {
    synchronized (waiting) {
      try {
        if (waiting.isEmpty()) {
          waiting.wait();
          return Optional.empty();
        }
        Map.Entry<Hint, Long> first = waiting.entrySet().iterator().next();
        long early = first.getValue() - System.nanoTime();
        if (early > 0) {
          TimeUnit.NANOSECONDS.timedWait(waiting, early);
          return Optional.empty();
        }
        waiting.remove(first.getKey());
        return Optional.of(first.getKey());
      } catch (InterruptedException stopping) {
        open = false;
        return Optional.empty();
      }
    }
  }

  private void index(Hint hint) {
    try {
      int read = project(hint).map(it -> indexing.catchUp(it, () -> open)).orElse(0);
      log.atDebug().addKeyValue("passages", read).log("indexed");
    } catch (RuntimeException e) {
      if (open) {
        log.atWarn().addKeyValue("failure", e.getClass().getName()).log("could not index a talk");
        hear(hint);
      }
    } catch (Error e) {
      // The thread has the other talks to read; this one is tried again at its next news.
      log.atError().addKeyValue("failure", e.getClass().getName()).log("could not index a talk");
    }
  }

  private Optional<ProjectId> project(Hint hint) {
    UUID subject = Objects.requireNonNull(hint.subject());
    return hint.topic() == Topic.TALK
        ? indexing.project(new SessionId(subject))
        : Optional.of(new ProjectId(subject));
  }

  /// Stops after the passage that is being read.
  @Override
  public void stop() {
    open = false;
    hearing.forEach(Hints.Subscription::close);
    synchronized (waiting) {
      waiting.notifyAll();
    }
    long deadline = System.nanoTime() + GRACE.toNanos();
    threads.forEach(thread -> Runs.awaitEnd(thread, deadline));
  }

  @Override
  public boolean isRunning() {
    return open;
  }
}
