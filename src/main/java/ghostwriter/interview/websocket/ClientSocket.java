package ghostwriter.interview.websocket;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// One WebSocket to a server, from dialling to its end.
///
/// One thread opens it, reads and at last closes it; it is meant to be a virtual one. Any thread
/// may send or hang up, also before the socket is open: neither waits, a second virtual thread
/// carries out what was sent.
public final class ClientSocket implements AutoCloseable {
  private static final int NORMAL = 1000;

  private record Host(String name, int port, boolean secure) {
    static Host of(URI address) {
      boolean secure = address.getScheme().equalsIgnoreCase("wss");
      int standard = secure ? 443 : 80;
      return new Host(
          address.getHost(), address.getPort() < 0 ? standard : address.getPort(), secure);
    }
  }

  private final Patience patience;
  private final Supplier<SSLSocketFactory> tls;
  private final LinkedBlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
  private @Nullable SocketInput in;
  private @Nullable FrameReader reader;

  /// These three are guarded by `this`.
  private @Nullable Socket raw;

  private @Nullable Thread carrier;
  private boolean shut;

  /// @param tls asked for where an address is secure
  public ClientSocket(Patience patience, Supplier<SSLSocketFactory> tls) {
    this.patience = patience;
    this.tls = tls;
  }

  /// Dials and shakes hands.
  ///
  /// @param address `ws://…` or `wss://…`
  /// @param headers sent with the handshake
  /// @throws HandshakeRefused where the server answers with something else than a WebSocket
  /// @throws IOException where nobody answers, or it was hung up meanwhile
  public void open(URI address, Map<String, String> headers) throws IOException {
    long deadline = System.nanoTime() + patience.connect().toNanos();
    Socket socket = connected(Host.of(address), deadline);
    var input = new SocketInput(socket, deadline, patience, () -> put(FrameBytes.ping()));
    OutputStream out = socket.getOutputStream();
    var handshake = new Handshake(address, headers);
    out.write(handshake.request());
    handshake.check(input);
    in = input;
    reader = new FrameReader(input, payload -> put(FrameBytes.pong(payload)));
    startCarrying(out);
  }

  private Socket connected(Host host, long deadline) throws IOException {
    Socket plain = dial(host, deadline);
    return host.secure() ? secured(plain, host, deadline) : plain;
  }

  private Socket dial(Host host, long deadline) throws IOException {
    InetAddress[] candidates = InetAddress.getAllByName(host.name());
    for (int i = 0; ; i++) {
      long left = (deadline - System.nanoTime()) / (candidates.length - i);
      Socket socket = hold(new Socket());
      try {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(candidates[i], host.port()), millis(left));
        return socket;
      } catch (IOException unreachable) {
        socket.close();
        if (i == candidates.length - 1) {
          throw unreachable;
        }
      }
    }
  }

  private static int millis(long nanos) {
    return Math.toIntExact(Math.max(1, Duration.ofNanos(nanos).toMillis()));
  }

  private synchronized Socket hold(Socket socket) throws IOException {
    refuseShut();
    raw = socket;
    return socket;
  }

  private synchronized void startCarrying(OutputStream out) throws IOException {
    refuseShut();
    carrier = Thread.ofVirtual().name("socket-out").start(() -> carry(out));
  }

  private void refuseShut() throws SocketException {
    if (shut) {
      throw new SocketException("hung up");
    }
  }

  private Socket secured(Socket plain, Host host, long deadline) throws IOException {
    var socket = (SSLSocket) tls.get().createSocket(plain, host.name(), host.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    // Without it any certificate that somebody trusted signed would do, for whatever name.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(millis(deadline - System.nanoTime()));
    socket.startHandshake();
    return socket;
  }

  /// Waits for what comes next.
  ///
  /// @throws IOException where the connection is lost or given up
  public Incoming next() throws IOException {
    return opened(reader).next();
  }

  /// The server has proved that it can be talked to: from now on it may be silent, as long as it
  /// answers when it is asked whether it is there.
  public void settle() {
    opened(in).settle();
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the socket is not open");
    }
    return part;
  }

  /// Sends a message after what was sent before. On a socket that is gone it does nothing.
  public void send(String text) {
    put(FrameBytes.text(text));
  }

  /// Says farewell after what was sent before; one that is not open yet never will be.
  public synchronized void hangUp() {
    if (!shut) {
      outgoing.add(FrameBytes.close(NORMAL));
      shut = true;
      if (carrier == null) {
        abort();
      }
    }
  }

  private synchronized void put(byte[] frame) {
    if (!shut) {
      outgoing.add(frame);
    }
  }

  private void carry(OutputStream out) {
    try {
      byte[] next;
      do {
        next = outgoing.take();
        out.write(next);
      } while (!FrameBytes.isClose(next));
    } catch (IOException | InterruptedException lost) {
      // The reading thread finds the same end, after all that still came.
      dropOutgoing();
    }
  }

  private synchronized void dropOutgoing() {
    shut = true;
    outgoing.clear();
  }

  /// Ends it, after the last words where they can still be sent.
  @Override
  public void close() {
    hangUp();
    Thread carrying = carrying();
    if (carrying != null) {
      try {
        carrying.join(patience.farewell());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      carrying.interrupt();
    }
    abort();
  }

  private synchronized @Nullable Thread carrying() {
    return carrier;
  }

  private synchronized void abort() {
    try {
      if (raw != null) {
        raw.close();
      }
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
