package ghostwriter.interview.openai;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// A provider that does what a test tells it, on a free port of the loopback address: each
/// connection plays the script. Bare sockets, so that it can do what no decent server would.
final class ScriptedProvider implements AutoCloseable {
  /// What happens on a connection; after its end, or where it throws, the connection is closed.
  interface Script {
    void play(ProviderCall call) throws Exception;
  }

  private final ServerSocket door;
  private final Script script;
  private final String scheme;
  private final Collection<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final Collection<Thread> players = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Throwable failure;

  ScriptedProvider(Script script) {
    this(ServerSocketFactory.getDefault(), "ws", script);
  }

  ScriptedProvider(ServerSocketFactory doors, String scheme, Script script) {
    try {
      door = doors.createServerSocket(0, 2_000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.script = script;
    this.scheme = scheme;
    Thread.ofVirtual().start(this::receive);
  }

  URI address() {
    return URI.create(scheme + "://127.0.0.1:" + door.getLocalPort() + "/v1/realtime");
  }

  private void receive() {
    try {
      while (true) {
        Socket socket = door.accept();
        sockets.add(socket);
        players.add(Thread.ofVirtual().start(() -> play(socket)));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void play(Socket socket) {
    try (socket) {
      script.play(new ProviderCall(socket));
    } catch (SocketException | EOFException | SSLException | InterruptedException gone) {
      // The line has hung up, or the test is over.
    } catch (Throwable unexpected) {
      failure = unexpected;
    }
  }

  /// Ends all connections.
  ///
  /// @throws AssertionError where a script did not go as it should have
  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : sockets) {
        socket.close();
      }
      for (Thread player : players) {
        player.interrupt();
        player.join();
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (failure != null) {
      throw new AssertionError("the script failed", failure);
    }
  }
}
