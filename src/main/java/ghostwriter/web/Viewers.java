package ghostwriter.web;

import ghostwriter.vocabulary.PersonId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Everybody who listens to a stream of server-sent events, so that they are let go before the
/// server waits for its requests to end. They are woken rather than interrupted: an interrupt in
/// the middle of a query would cost its connection. Safe for many threads.
@Component
class Viewers implements SmartLifecycle {
  /// Ends a viewer's listening.
  interface Seat extends AutoCloseable {
    @Override
    void close();
  }

  /// How many streams one person may listen to at a time: a dozen pages open in several browsers.
  static final int SEATS = 40;

  /// One is never equal to another.
  private static final class Listener {
    private final PersonId person;
    private final Runnable wake;

    private Listener(PersonId person, Runnable wake) {
      this.person = person;
      this.wake = wake;
    }
  }

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean open;

  /// @param wake ends the viewer's wait; called when the server stops
  /// @throws Problem where the person listens to too many already
  Seat sit(PersonId person, Runnable wake) {
    var listener = new Listener(person, wake);
    listeners.add(listener);
    if (listeners.stream().filter(it -> it.person.equals(person)).count() > SEATS) {
      listeners.remove(listener);
      throw Problem.tooMany("You have too many pages open; close some of them.");
    }
    return () -> listeners.remove(listener);
  }

  /// Whether streams go on.
  boolean stay() {
    return open;
  }

  @Override
  public void start() {
    open = true;
  }

  @Override
  public void stop() {
    open = false;
    listeners.forEach(listener -> listener.wake.run());
  }

  @Override
  public boolean isRunning() {
    return open;
  }
}
