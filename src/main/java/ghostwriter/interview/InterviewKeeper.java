package ghostwriter.interview;

import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.feed.Hints;
import ghostwriter.feed.Hints.Hint;
import ghostwriter.feed.Hints.Topic;
import ghostwriter.interview.HeldSessions.Held;
import ghostwriter.transcript.LiveSession;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Keeps a node's sessions: says that the node lives, takes sessions that nobody holds, wakes them
/// when there is something for them, and lets them go at the end.
///
/// One virtual thread looks, one beats, and each session has its own.
final class InterviewKeeper implements InterviewSession.Witness, SmartLifecycle {
  static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration BEAT = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration ROUND = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final int BATCH = 200;
  private static final Logger log = LoggerFactory.getLogger(InterviewKeeper.class);

  private final UUID node;
  private final NodeName name;
  private final Surroundings around;
  private final Accounts accounts;
  private final Hints hints;
  private final HeldSessions held = new HeldSessions();
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean open;
  private volatile boolean alone = true;

  /// Whether something failed on the way, so that the database may say we hold what nobody runs.
  private volatile boolean unsure;

  private List<Hints.Subscription> hearing = List.of();
  private List<Thread> threads = List.of();

  /// @param node one life of the node, never used before
  /// @param name the node's; a new life ends the one before
  InterviewKeeper(UUID node, NodeName name, Surroundings around, Accounts accounts, Hints hints) {
    this.node = node;
    this.name = name;
    this.around = around;
    this.accounts = accounts;
    this.hints = hints;
  }

  @Override
  public void start() {
    open = true;
    around.nodes().begin(node, name.text());
    hearing =
        List.of(
            hints.listen(Topic.SESSIONS, this::hearOfSession),
            hints.listen(Topic.FEED, this::hearOfProject));
    threads =
        List.of(
            Thread.ofVirtual().name("interviews").start(this::keepLooking),
            // Not a virtual one: busy drafts cannot hold it up.
            Thread.ofPlatform().daemon().name("interviews-beat").start(this::keepBeating));
  }

  private void hearOfSession(Hint hint) {
    if (hint.subject() == null) {
      held.lookAll();
    } else {
      held.find(new SessionId(hint.subject()))
          .ifPresentOrElse(InterviewSession::look, bell::release);
    }
  }

  private void hearOfProject(Hint hint) {
    if (hint.subject() == null) {
      held.lookAll();
    } else {
      held.of(new ProjectId(hint.subject())).forEach(InterviewSession::look);
    }
  }

  private void keepLooking() {
    long lastRound = System.nanoTime();
    while (open) {
      boolean round = System.nanoTime() - lastRound > ROUND.toNanos();
      lastRound = round ? System.nanoTime() : lastRound;
      attempt(() -> look(round));
      try {
        if (bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          bell.drainPermits();
        }
      } catch (InterruptedException stopping) {
        return;
      }
    }
  }

  private void keepBeating() {
    while (open) {
      attempt(this::beat);
      LockSupport.parkNanos(BEAT.toNanos());
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      unsure = true;
      log.atWarn()
          .addKeyValue("failure", failure.getClass().getName())
          .log("could not look after the sessions");
    }
  }

  private void look(boolean atAll) {
    boolean compare = unsure || atAll;
    unsure = false;
    takeFreeSessions();
    if (compare) {
      beginWhatNobodyRuns();
    }
    if (atAll) {
      held.lookAll();
    } else {
      // A hint may have been lost.
      around.inbox().forgotten(node).stream()
          .flatMap(session -> held.find(session).stream())
          .forEach(InterviewSession::look);
    }
    leaveWhatIsLost();
  }

  /// Another node took it over, or it was deleted with its project: it would hear of that only when
  /// it writes.
  private void leaveWhatIsLost() {
    Set<SessionId> ours = held.ids();
    if (!ours.isEmpty()) {
      around.nodes().lost(node, ours).stream()
          .flatMap(session -> held.find(session).stream())
          .forEach(InterviewSession::leave);
    }
  }

  private void takeFreeSessions() {
    List<SessionId> taken;
    do {
      taken = around.nodes().take(node, LEASE, BATCH);
      taken.forEach(this::tryToBegin);
    } while (open && taken.size() == BATCH);
  }

  /// The database may go between the taking and the beginning.
  private void beginWhatNobodyRuns() {
    around.nodes().held(node).stream()
        .filter(session -> held.find(session).isEmpty())
        .forEach(this::tryToBegin);
  }

  /// One that cannot be begun does not keep the others waiting.
  private void tryToBegin(SessionId session) {
    attempt(() -> begin(session));
  }

  private void begin(SessionId id) {
    Optional<InterviewSession> before = held.find(id);
    if (before.isPresent()) {
      // It was lost and came back before anybody noticed; its next look begins it anew.
      before.get().leave();
      unsure = true;
      return;
    }
    Optional<LiveSession> live = around.transcripts().session(id);
    Optional<InterviewStore.Row> row = around.interviews().find(id);
    if (live.isPresent() && row.isPresent()) {
      Person person = accounts.find(row.get().person()).orElseThrow();
      begin(live.get(), row.get(), person);
    }
  }

  private void begin(LiveSession live, InterviewStore.Row row, Person person) {
    var session = new InterviewSession(live, row.toldSeq(), person, node, around, this);
    Thread thread =
        Thread.ofVirtual()
            .name("interview-" + live.id())
            .unstarted(() -> run(session, row.standing()));
    held.add(session, thread);
    thread.start();
  }

  private void run(InterviewSession session, Standing standing) {
    try {
      session.run(standing);
    } catch (InterruptedException | LeaseLost gone) {
      // Whoever holds it now goes on from what is stored.
    } catch (RuntimeException failure) {
      if (session.isLeaving()) {
        return;
      }
      log.atError()
          .addKeyValue("session", session.id())
          .addKeyValue("failure", failure.getClass().getName())
          .log("a session failed");
      attempt(() -> giveUp(session.id()));
    } finally {
      held.remove(session);
    }
  }

  /// Where it is not this node's any more, it is no business of its.
  private void giveUp(SessionId session) {
    around
        .transaction()
        .executeWithoutResult(_ -> {
          if (around.nodes().giveUp(session, node)) {
            around
                .interviews()
                .show(
                    session,
                    Standing.BROKEN,
                    "Something went wrong in this conversation; resume it to try again.");
          }
        });
    changed(session);
  }

  private void beat() {
    if (!around.nodes().beat(node) && !around.nodes().beginAgain(node, name.text())) {
      log.atError()
          .addKeyValue("node", name.text())
          .log("another node goes by this one's name; give each a GHOSTWRITER_NODE of its own");
      open = false;
      held.all().forEach(it -> it.session().leave());
    }
    alone = around.nodes().alive(LEASE) <= 1;
  }

  @Override
  public void changed(SessionId session) {
    Hint hint = Hint.talk(session);
    if (alone) {
      hints.sendHere(hint);
    } else {
      hints.send(hint);
    }
  }

  @Override
  public void joined(InterviewSession session, ProjectId project) {
    held.follow(session, project);
  }

  /// Lets all sessions go: another node, or this one's next life, goes on with them at once.
  @Override
  public void stop() {
    open = false;
    hearing.forEach(Hints.Subscription::close);
    bell.release();
    threads.forEach(LockSupport::unpark);
    List<Held> left = held.all();
    left.forEach(it -> it.session().leave());
    long deadline = System.nanoTime() + GRACE.toNanos();
    Stream.concat(threads.stream(), left.stream().map(Held::thread))
        .forEach(thread -> awaitEnd(thread, deadline));
    attempt(() -> around.nodes().end(node));
    left.forEach(it -> hints.send(Hint.session(it.session().id())));
  }

  private static void awaitEnd(Thread thread, long deadline) {
    try {
      thread.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return open;
  }
}
