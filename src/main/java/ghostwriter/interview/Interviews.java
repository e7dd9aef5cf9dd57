package ghostwriter.interview;

import ghostwriter.account.Person;
import ghostwriter.feed.Hints;
import ghostwriter.feed.Hints.Hint;
import ghostwriter.feed.Hints.Topic;
import ghostwriter.transcript.Fold;
import ghostwriter.transcript.FoldedItem;
import ghostwriter.transcript.ItemKind;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The door to live interviews. Any node takes commands; the one that holds the session carries
/// them out. Safe for many threads; opens its own transactions.
public class Interviews {
  /// How many sessions of one person may be alive at a time.
  public static final int ALIVE = 8;

  /// How many messages may wait until a session takes them.
  public static final int WAITING = 200;

  /// Between two looks of a viewer: forty a second are enough for the eye, and an answer that
  /// streams in rings far more often.
  private static final Duration REST = Duration.ofMillis(25);

  private final Surroundings around;
  private final Hints hints;
  private final Ids ids;

  Interviews(Surroundings around, Hints hints, Ids ids) {
    this.around = around;
    this.hints = hints;
    this.ids = ids;
  }

  /// Begins a session. Without a project the assistant helps to find one.
  public BeginResult begin(Person person, Optional<ProjectId> project) {
    return inTransaction(() -> {
      around.interviews().queueUp(person.id());
      int alive = around.interviews().alive(person.id());
      return alive < ALIVE
          ? new BeginResult.Begun(open(person, project))
          : new BeginResult.TooMany(alive);
    });
  }

  private Interview open(Person person, Optional<ProjectId> project) {
    SessionId session = around.transcripts().openSession("A conversation", project);
    around.transcripts().append(session, List.of(), around.mode(project));
    long told = project.map(around.feed()::last).orElse(0L);
    around.interviews().add(session, person.id(), told, around.clock().instant());
    hints.afterCommit(Hint.session(session));
    return find(session).orElseThrow();
  }

  public Optional<Interview> find(SessionId session) {
    return around
        .interviews()
        .find(session)
        .flatMap(row -> around.transcripts().session(session).map(row::with));
  }

  /// A person's sessions, newest first, at most 50.
  public List<Interview> of(Person person) {
    return all(around.interviews().of(person.id()));
  }

  /// A project's sessions, newest first, at most 50.
  public List<Interview> of(ProjectId project) {
    return all(around.transcripts().names(project).keySet());
  }

  private List<Interview> all(Collection<SessionId> sessions) {
    return around.interviews().rows(sessions).stream()
        .flatMap(row -> around.transcripts().session(row.session()).map(row::with).stream())
        .toList();
  }

  /// What is said in a session, in order: words only, not what the assistant does with its tools.
  public List<FoldedItem> items(SessionId session) {
    return around.transcripts().fold(session).map(Fold::items).stream()
        .flatMap(List::stream)
        .filter(item -> item.kind() == ItemKind.MESSAGE)
        .toList();
  }

  /// Words that wait until the session goes on, in order. A session that listens takes them at
  /// once, and one that was stopped takes none.
  public List<WaitingWords> waiting(Interview interview) {
    return switch (interview.standing()) {
      case LISTENING, STOPPED -> List.of();
      case CONNECTING, PAUSED, BROKEN ->
          around.inbox().waiting(interview.id(), 0).stream()
              .flatMap(waiting -> words(waiting.command()))
              .toList();
    };
  }

  private static Stream<WaitingWords> words(Command command) {
    return command instanceof Command.Say(String item, Words text)
        ? Stream.of(new WaitingWords(item, text))
        : Stream.empty();
  }

  /// Typed words.
  ///
  /// @param key of the command: with the same one nothing is said twice
  public CommandResult say(SessionId session, String key, Words words) {
    String item = "typed_" + ids.next().toString().replace("-", "").substring(0, 26);
    return command(session, key, new Command.Say(item, words));
  }

  public CommandResult pause(SessionId session) {
    return command(session, ids.next().toString(), new Command.Pause());
  }

  public CommandResult resume(SessionId session) {
    return command(session, ids.next().toString(), new Command.Resume());
  }

  public CommandResult stop(SessionId session) {
    return command(session, ids.next().toString(), new Command.Stop());
  }

  private CommandResult command(SessionId session, String key, Command command) {
    return inTransaction(() -> {
      boolean alive = around.inbox().hold(session);
      Optional<String> known = around.inbox().known(session, key);
      if (known.isPresent()) {
        return new CommandResult.Taken(known.get());
      }
      if (!alive) {
        return new CommandResult.Over();
      }
      if (command instanceof Command.Say && around.inbox().waitingWords(session) >= WAITING) {
        return new CommandResult.Full();
      }
      around.inbox().add(session, key, command, around.clock().instant());
      hints.afterCommit(Hint.session(session));
      return new CommandResult.Taken(command instanceof Command.Say say ? say.item() : "");
    });
  }

  /// Keeps what the client writes and has not sent, and lets the assistant wait meanwhile.
  ///
  /// @return whether there is such a session that is not over
  public boolean write(SessionId session, Words draft) {
    return inTransaction(() -> {
      boolean kept = around.interviews().write(session, draft, around.clock().instant());
      if (kept) {
        hints.afterCommit(Hint.session(session));
      }
      return kept;
    });
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(around.transaction().execute(_ -> work.get()));
  }

  /// Starts to wait for what there is to be seen in a session. Open it before looking, so that
  /// nothing falls in between.
  public Watch watch(SessionId session) {
    return new Watch(session);
  }

  /// One viewer's wait. Used by one thread; close it.
  public final class Watch implements AutoCloseable {
    private final Semaphore bell = new Semaphore(0);
    private long lastLook = System.nanoTime();
    private final List<Hints.Subscription> subscriptions;

    private Watch(SessionId session) {
      subscriptions =
          Stream.of(Topic.TALK, Topic.SESSIONS)
              .map(topic -> hints.listen(topic, hint -> ringFor(session, hint)))
              .toList();
    }

    private void ringFor(SessionId session, Hint hint) {
      if (hint.concerns(session.value())) {
        bell.release();
      }
    }

    /// Waits until there may be something, or the time is over. What follows shortly after comes
    /// with it.
    public void await(Duration atMost) throws InterruptedException {
      if (bell.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        long rest = lastLook + REST.toNanos() - System.nanoTime();
        Thread.sleep(Duration.ofNanos(Math.max(0, rest)));
        bell.drainPermits();
      }
      lastLook = System.nanoTime();
    }

    /// Ends the wait of whoever waits now or next.
    public void wake() {
      bell.release();
    }

    @Override
    public void close() {
      subscriptions.forEach(Hints.Subscription::close);
    }
  }
}
