package ghostwriter.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// A cable to a port of this machine: whoever uses its own port reaches the other one, until the
/// test cuts it. A cut resets every connection at once, as a crash does; new ones get through.
public final class Cable implements AutoCloseable {
  /// Which way something goes.
  public enum Way {
    /// To whom the cable leads.
    THERE,
    /// From there to whoever came.
    BACK
  }

  private static final int PIECE = 8_192;
  private static final int NOWHERE = -1;

  /// What waits for the next piece that goes a way.
  private record Knife(Way way, Runnable then) {
    static final Knife NONE = new Knife(Way.THERE, () -> {});
  }

  /// The two ends of one connection.
  private record Wire(Socket near, Socket far) {
    void reset() {
      reset(near);
      reset(far);
    }

    private static void reset(Socket socket) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException closed) {
        // It is gone already.
      }
      close(socket);
    }

    void close() {
      close(near);
      close(far);
    }

    private static void close(Socket socket) {
      try {
        socket.close();
      } catch (IOException closed) {
        // It is gone already.
      }
    }
  }

  private volatile int far;
  private final ServerSocket near;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Knife> knife = new AtomicReference<>(Knife.NONE);

  /// @param port where it leads, on the loopback address
  public Cable(int port) {
    far = port;
    try {
      near = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("cable").start(this::join);
  }

  /// Leads to another port from now on.
  public void leadTo(int port) {
    far = port;
  }

  /// Resets all connections, and lets none through until it leads somewhere again.
  public void unplug() {
    leadTo(NOWHERE);
    cut();
  }

  /// Its own port, on the loopback address.
  public int port() {
    return near.getLocalPort();
  }

  /// Where a browser finds it.
  public URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  private void join() {
    while (!near.isClosed()) {
      try {
        connect(near.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket caller) {
    int port = far;
    if (port == NOWHERE) {
      Wire.reset(caller);
      return;
    }
    try {
      var wire = new Wire(caller, new Socket(InetAddress.getLoopbackAddress(), port));
      wires.add(wire);
      if (far != port) {
        wire.reset();
      }
      Thread.ofVirtual().start(() -> carry(wire, Way.THERE));
      Thread.ofVirtual().start(() -> carry(wire, Way.BACK));
    } catch (IOException nobodyThere) {
      Wire.reset(caller);
    }
  }

  private void carry(Wire wire, Way way) {
    Socket from = way == Way.THERE ? wire.near() : wire.far();
    Socket to = way == Way.THERE ? wire.far() : wire.near();
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] piece = new byte[PIECE];
      for (int size = in.read(piece); size >= 0; size = in.read(piece)) {
        Knife drawn = draw(way);
        out.write(piece, 0, drawn.equals(Knife.NONE) ? size : size / 2);
        drawn.then().run();
      }
      wire.close();
    } catch (IOException broken) {
      wire.reset();
    } finally {
      wires.remove(wire);
    }
  }

  private Knife draw(Way way) {
    Knife waiting = knife.get();
    return waiting.way() == way && knife.compareAndSet(waiting, Knife.NONE) ? waiting : Knife.NONE;
  }

  /// Resets all connections now.
  public void cut() {
    wires.forEach(Wire::reset);
  }

  /// Resets all connections in the middle of the next thing that goes that way: half of it arrives.
  ///
  /// @param then told when it has happened
  public void cutInTheMiddle(Way way, Runnable then) {
    knife.set(
        new Knife(
            way,
            () -> {
              cut();
              then.run();
            }));
  }

  @Override
  public void close() {
    try {
      near.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
