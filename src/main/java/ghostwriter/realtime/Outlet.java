package ghostwriter.realtime;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// One socket's way out. Sending never waits: frames queue up, also before the socket is open, and
/// one thread at a time carries them out while there are any. A reader too slow for the bound is
/// closed.
final class Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);
  private static final CloseStatus TOO_SLOW =
      new CloseStatus(CloseStatus.POLICY_VIOLATION.getCode(), "reads too slowly");

  private final int id;
  private final Executor carriers;
  private final int capacity;

  private final Object lock = new Object();
  private final Queue<String> frames = new ArrayDeque<>();
  private long waiting;
  private boolean carrying;
  private @Nullable WebSocketSession socket;
  private boolean sealed;
  private @Nullable CloseStatus end;

  /// @param capacity characters that may wait
  Outlet(int id, Executor carriers, int capacity) {
    this.id = id;
    this.carriers = carriers;
    this.capacity = capacity;
  }

  int id() {
    return id;
  }

  /// The socket is open: what waits may go.
  void open(WebSocketSession opened) {
    synchronized (lock) {
      socket = opened;
      startCarrying();
    }
  }

  /// Sends after what was sent before.
  void send(String frame) {
    synchronized (lock) {
      if (sealed) {
        return;
      }
      frames.add(frame);
      waiting += frame.length();
      if (waiting > capacity) {
        frames.clear();
        seal(TOO_SLOW);
        LOG.atInfo().addKeyValue("waiting", waiting).log("a slow reader is closed");
        // The carrier hangs in the socket: somebody else has to close it.
        carriers.execute(this::shut);
        return;
      }
      startCarrying();
    }
  }

  /// Closes after what was sent before.
  void close(CloseStatus status) {
    synchronized (lock) {
      if (!sealed) {
        seal(status);
        startCarrying();
      }
    }
  }

  private void seal(CloseStatus status) {
    sealed = true;
    end = status;
  }

  private void startCarrying() {
    var opened = socket;
    if (!carrying && opened != null) {
      carrying = true;
      carriers.execute(() -> carry(opened));
    }
  }

  private void carry(WebSocketSession opened) {
    try {
      for (String frame = next(); frame != null; frame = next()) {
        opened.sendMessage(new TextMessage(frame));
      }
      if (ended()) {
        shut();
      }
    } catch (IOException | RuntimeException gone) {
      LOG.atDebug().addKeyValue("why", gone.getClass().getSimpleName()).log("a socket is gone");
      close(CloseStatus.SESSION_NOT_RELIABLE);
      shut();
    }
  }

  private @Nullable String next() {
    synchronized (lock) {
      String frame = frames.poll();
      if (frame == null) {
        carrying = false;
      } else {
        waiting -= frame.length();
      }
      return frame;
    }
  }

  private boolean ended() {
    synchronized (lock) {
      return sealed;
    }
  }

  private void shut() {
    CloseStatus status;
    WebSocketSession opened;
    synchronized (lock) {
      status = end == null ? CloseStatus.NORMAL : end;
      opened = socket;
    }
    try {
      if (opened != null) {
        opened.close(status);
      }
    } catch (IOException | RuntimeException gone) {
      LOG.atDebug().addKeyValue("why", gone.getClass().getSimpleName()).log("a socket is gone");
    }
  }
}
