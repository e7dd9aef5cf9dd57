package ghostwriter.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A WebSocket client of bare bytes, so that a test can see the whole answer to an upgrade and can
/// send what no decent client would. Waits ten seconds at most for anything.
final class Wire implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;

  /// The server has closed the socket, with this code.
  static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int code;

    Closed(int code) {
      super("closed with " + code);
      this.code = code;
    }
  }

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final int status;
  private final Map<String, String> headers = new TreeMap<>();

  private Wire(int port, String path, Map<String, String> sent) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = socket.getOutputStream();
    var request =
        new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
    request.append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n");
    request.append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    sent.forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
    out.write(request.append("\r\n").toString().getBytes(UTF_8));
    status = Integer.parseInt(line().substring("HTTP/1.1 ".length()).substring(0, 3));
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
  }

  /// Asks for an upgrade, which may be refused.
  static Wire ask(int port, String path, Map<String, String> headers) {
    try {
      return new Wire(port, path, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the answer ends in its head");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  int status() {
    return status;
  }

  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /// The body of a refused upgrade.
  JsonNode body() {
    try {
      int length = Integer.parseInt(header("content-length"));
      return JSON.readTree(in.readNBytes(length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String callId() {
    return header("location").replaceAll(".*/", "");
  }

  Wire send(String json) {
    frame(0x80 | TEXT, json.getBytes(UTF_8));
    return this;
  }

  Wire sendBinary(String json) {
    frame(0x80 | BINARY, json.getBytes(UTF_8));
    return this;
  }

  /// One message in frames of `size` bytes.
  Wire sendInFrames(String json, int size) {
    byte[] all = json.getBytes(UTF_8);
    for (int from = 0; from < all.length; from += size) {
      int to = Math.min(all.length, from + size);
      int head = (from == 0 ? TEXT : 0) | (to == all.length ? 0x80 : 0);
      frame(head, java.util.Arrays.copyOfRange(all, from, to));
    }
    return this;
  }

  void frame(int head, byte[] payload) {
    var bytes = new ByteArrayOutputStream(payload.length + 14);
    bytes.write(head);
    if (payload.length < 126) {
      bytes.write(0x80 | payload.length);
    } else if (payload.length < 65_536) {
      bytes.write(0x80 | 126);
      bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
    } else {
      bytes.write(0x80 | 127);
      bytes.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    // A mask of zeros leaves the payload as it is.
    bytes.writeBytes(new byte[4]);
    bytes.writeBytes(payload);
    raw(bytes.toByteArray());
  }

  void raw(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The next event.
  ///
  /// @throws Closed where there is none any more
  JsonNode next() {
    try {
      return JSON.readTree(message());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] message() throws IOException {
    var whole = new ByteArrayOutputStream();
    while (true) {
      int head = in.read();
      if (head < 0) {
        throw new Closed(1006);
      }
      byte[] payload = in.readNBytes(length());
      int kind = head & 0x0F;
      if (kind == CLOSE) {
        throw new Closed(payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF);
      }
      if (kind != PING) {
        whole.writeBytes(payload);
        if ((head & 0x80) != 0) {
          return whole.toByteArray();
        }
      }
    }
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte() & 0x7F;
    return switch (length) {
      case 126 -> in.readUnsignedShort();
      case 127 -> (int) in.readLong();
      default -> length;
    };
  }

  /// The next event, which must be of this type.
  JsonNode expect(String type) {
    JsonNode event = next();
    if (!event.path("type").asString("").equals(type)) {
      throw new AssertionError("expected " + type + " and got " + event);
    }
    return event;
  }

  /// The events up to the first of this type, that one included.
  List<JsonNode> until(String type) {
    List<JsonNode> events = new ArrayList<>();
    do {
      events.add(next());
    } while (!events.getLast().path("type").asString("").equals(type));
    return events;
  }

  /// Reads on until the server closes, and tells its code.
  int closeCode() {
    try {
      while (true) {
        next();
      }
    } catch (Closed closed) {
      return closed.code;
    }
  }

  /// Cuts the connection without a word.
  void drop() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    drop();
  }
}
