package ghostwriter.feed;

import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Wakes whoever waits, on this node at once and on the others through the database. A hint only
/// ever says "look"; it carries no news and may be lost. Safe for many threads; listeners must
/// return quickly.
@Component
public class Hints {
  /// What to look at.
  public enum Topic {
    FEED,
    DRAFTS,
    SESSIONS,
    TALK
  }

  /// @param subject the project or session to look at; null means all (a connection was lost and
  ///   hints with it)
  public record Hint(Topic topic, @Nullable UUID subject) {
    /// News of a project.
    public static Hint feed(ProjectId project) {
      return new Hint(Topic.FEED, project.value());
    }

    /// Drafting work of a project.
    public static Hint drafts(ProjectId project) {
      return new Hint(Topic.DRAFTS, project.value());
    }

    /// A live session in which something is to be done.
    public static Hint session(SessionId session) {
      return new Hint(Topic.SESSIONS, session.value());
    }

    /// A live session in which there is something to be seen.
    public static Hint talk(SessionId session) {
      return new Hint(Topic.TALK, session.value());
    }

    public boolean concerns(UUID mine) {
      return subject == null || subject.equals(mine);
    }
  }

  /// Ends one listening.
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  private record Listener(Topic topic, Consumer<Hint> action) {}

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile Consumer<Hint> otherNodes = _ -> {};

  public Subscription listen(Topic topic, Consumer<Hint> action) {
    var listener = new Listener(topic, action);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Sends the hint once the current transaction has committed; not at all where it rolls back.
  public void afterCommit(Hint hint) {
    TransactionSynchronizationManager.registerSynchronization(new Send(hint));
  }

  private final class Send implements TransactionSynchronization {
    private final Hint hint;

    private Send(Hint hint) {
      this.hint = hint;
    }

    @Override
    public void afterCommit() {
      send(hint);
    }
  }

  /// Sends a hint now, here and to the other nodes.
  public void send(Hint hint) {
    ring(hint);
    otherNodes.accept(hint);
  }

  /// Sends a hint now, to nobody but this node.
  public void sendHere(Hint hint) {
    ring(hint);
  }

  /// A hint that came from another node: rings here only.
  void ring(Hint hint) {
    for (Listener listener : listeners) {
      if (listener.topic == hint.topic) {
        listener.action.accept(hint);
      }
    }
  }

  /// Everything may have changed unseen: wakes all listeners of this node.
  void ringAll() {
    for (Topic topic : Topic.values()) {
      ring(new Hint(topic, null));
    }
  }

  void forwardTo(Consumer<Hint> otherNodes) {
    this.otherNodes = otherNodes;
  }
}
