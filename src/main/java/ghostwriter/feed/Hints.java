package ghostwriter.feed;

import ghostwriter.vocabulary.ProjectId;
import java.util.List;
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
    DRAFTS
  }

  /// @param project where to look; null means everywhere (a connection was lost and hints with it)
  public record Hint(Topic topic, @Nullable ProjectId project) {
    public boolean concerns(ProjectId mine) {
      return project == null || project.equals(mine);
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
  public void afterCommit(Topic topic, ProjectId project) {
    TransactionSynchronizationManager.registerSynchronization(new Send(new Hint(topic, project)));
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
