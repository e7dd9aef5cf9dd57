package ghostwriter.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The line between a browser and the server: an address of its own that leads to the server's, and
/// that can be cut in the middle of whatever goes over it.
final class Cable implements AutoCloseable {
  private final URI server;
  private final ServerSocket plug;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Cable(URI server, ServerSocket plug) {
    this.server = server;
    this.plug = plug;
  }

  static Cable to(URI server) {
    try {
      var cable = new Cable(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(cable::accept);
      return cable;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The server's address by way of this line.
  String address() {
    return "http://" + server.getHost() + ":" + plug.getLocalPort();
  }

  /// Whatever goes over it breaks off, and nothing gets through any more.
  void cut() {
    cut = true;
    ends.forEach(Cable::hangUp);
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    try {
      while (!plug.isClosed()) {
        join(plug.accept());
      }
    } catch (IOException _) {
      // Closed, which ends it.
    }
  }

  private void join(Socket browser) {
    try {
      if (cut) {
        browser.close();
        return;
      }
      Socket house = new Socket(server.getHost(), server.getPort());
      ends.add(browser);
      ends.add(house);
      Thread.ofVirtual().start(() -> pump(browser, house));
      Thread.ofVirtual().start(() -> pump(house, browser));
    } catch (IOException _) {
      hangUp(browser);
    }
  }

  private void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // Whoever breaks off ends both directions.
    } finally {
      hangUp(from);
      hangUp(to);
      ends.remove(from);
      ends.remove(to);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone as it is.
    }
  }

  @Override
  public void close() {
    try {
      plug.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
