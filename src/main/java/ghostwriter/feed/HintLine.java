package ghostwriter.feed;

import ghostwriter.feed.Hints.Hint;
import ghostwriter.feed.Hints.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Carries hints between nodes by LISTEN/NOTIFY, on two connections of its own: one sends, one
/// listens. Sending is coalesced, since each NOTIFY takes a database-wide lock at its commit: at
/// most one batch every 5 ms, the first at once.
@Component
public class HintLine implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(HintLine.class);
  private static final String CHANNEL = "ghostwriter";
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration RECONNECT = Duration.ofMillis(250);

  /// NOTIFY's payload holds less than 8,000 bytes; a hint takes 38.
  private static final int BATCH = 150;

  private final DataSource database;
  private final Hints hints;
  private final BlockingQueue<Hint> outgoing = new LinkedBlockingQueue<>(10_000);
  private volatile boolean running;
  private volatile int ownBackend;

  public HintLine(DataSource database, Hints hints) {
    this.database = database;
    this.hints = hints;
  }

  @Override
  public void start() {
    running = true;
    // A full queue drops the hint: hints may be lost, memory may not.
    hints.forwardTo(outgoing::offer);
    Thread.ofVirtual().name("hints-send").start(() -> keep("send", this::sendHints));
    Thread.ofVirtual().name("hints-listen").start(() -> keep("listen", this::hearHints));
  }

  @Override
  public void stop() {
    running = false;
    hints.forwardTo(_ -> {});
  }

  /// There before whoever sends hints, and still there when they say what they leave behind.
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private interface Work {
    void on(Connection connection) throws SQLException, InterruptedException;
  }

  private void keep(String what, Work work) {
    while (running) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(true);
        work.on(connection);
      } catch (SQLException e) {
        tryAgain(what);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void tryAgain(String what) {
    if (running) {
      log.atWarn().addKeyValue("line", what).log("lost the connection for hints, trying again");
      LockSupport.parkNanos(RECONNECT.toNanos());
    }
  }

  private void sendHints(Connection connection) throws SQLException, InterruptedException {
    ownBackend = connection.unwrap(PGConnection.class).getBackendPID();
    while (running) {
      Hint first = outgoing.poll(1, TimeUnit.SECONDS);
      if (first != null) {
        send(connection, batchFrom(first));
        Thread.sleep(PAUSE);
      }
    }
  }

  private Set<Hint> batchFrom(Hint first) {
    Set<Hint> batch = new LinkedHashSet<>();
    batch.add(first);
    outgoing.drainTo(batch, BATCH - 1);
    return batch;
  }

  private static void send(Connection connection, Set<Hint> batch) throws SQLException {
    var payload = new StringBuilder();
    for (Hint hint : batch) {
      payload.append(letter(hint.topic())).append(hint.subject()).append(" ");
    }
    try (var notify = connection.prepareStatement("select pg_notify(?, ?)")) {
      notify.setString(1, CHANNEL);
      notify.setString(2, payload.toString());
      notify.execute();
    }
  }

  private void hearHints(Connection connection) throws SQLException {
    try (var listen = connection.createStatement()) {
      listen.execute("listen " + CHANNEL);
      hints.ringAll();
      hearFrom(connection, listen);
    }
  }

  private void hearFrom(Connection connection, Statement listen) throws SQLException {
    try {
      hearFrom(connection.unwrap(PGConnection.class));
    } catch (SQLException broken) {
      // It broke past the pool, which would lend the connection again: let it see for itself.
      if (running) {
        listen.execute("unlisten *");
      }
      throw broken;
    }
  }

  private void hearFrom(PGConnection line) throws SQLException {
    while (running) {
      PGNotification[] heard = line.getNotifications(1000);
      if (heard != null) {
        for (PGNotification one : heard) {
          hear(one);
        }
      }
    }
  }

  private void hear(PGNotification notification) {
    if (notification.getPID() != ownBackend) {
      for (String hint : notification.getParameter().strip().split(" ", -1)) {
        read(hint).ifPresent(hints::ring);
      }
    }
  }

  private static char letter(Topic topic) {
    return switch (topic) {
      case FEED -> 'f';
      case DRAFTS -> 'd';
      case SESSIONS -> 's';
      case TALK -> 't';
    };
  }

  /// Anybody may speak on the channel; what is no hint is passed over.
  private static Optional<Hint> read(String said) {
    try {
      return topic(said).map(topic -> new Hint(topic, UUID.fromString(said.substring(1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Topic> topic(String said) {
    return Stream.of(Topic.values())
        .filter(topic -> !said.isEmpty() && said.charAt(0) == letter(topic))
        .findFirst();
  }
}
