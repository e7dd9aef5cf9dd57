package ghostwriter.web;

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

  private final Set<Runnable> bells = ConcurrentHashMap.newKeySet();
  private volatile boolean open;

  /// @param wake ends the viewer's wait; called when the server stops
  Seat sit(Runnable wake) {
    bells.add(wake);
    return () -> bells.remove(wake);
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
    bells.forEach(Runnable::run);
  }

  @Override
  public boolean isRunning() {
    return open;
  }
}
