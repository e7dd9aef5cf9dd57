package ghostwriter.interview.openai;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One connection to the [ScriptedProvider], from its side.
final class ProviderCall {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  static final int LAST = 0x80;

  private static final JsonMapper JSON = new JsonMapper();
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final String path;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  ProviderCall(Socket socket) throws IOException {
    this.socket = socket;
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = socket.getOutputStream();
    path = line().split(" ", 3)[1];
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(": ", 2);
      headers.put(header[0], header[1]);
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new SocketException("the line has hung up");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  String path() {
    return path;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// Answers the handshake with something else than a WebSocket.
  void refuse(int status, String body) throws IOException {
    answer(status, "Content-Type: application/json\r\nContent-Length: " + body.length(), body);
  }

  /// The same in pieces, as a proxy would.
  void refuseInChunks(int status, String body) throws IOException {
    int half = body.length() / 2;
    String chunks = chunk(body.substring(0, half)) + chunk(body.substring(half)) + "0\r\n\r\n";
    answer(status, "Transfer-Encoding: chunked", chunks);
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private void answer(int status, String header, String body) throws IOException {
    write(("HTTP/1.1 " + status + " No\r\n" + header + "\r\n\r\n" + body).getBytes(UTF_8));
  }

  /// Agrees to speak WebSocket.
  void accept() throws IOException {
    write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accepted(header("Sec-WebSocket-Key"))
                + "\r\n\r\n")
            .getBytes(UTF_8));
  }

  private static String accepted(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Agrees, and begins a session.
  void begin() throws IOException {
    accept();
    send("{'type':'session.created','event_id':'event_begin','session':{'type':'realtime'}}");
  }

  /// An event; for legibility its quotes may be single ones.
  void send(String json) throws IOException {
    frame(LAST | TEXT, bytes(json));
  }

  void sendBinary(String json) throws IOException {
    frame(LAST | BINARY, bytes(json));
  }

  void sendInFrames(String json, int size) throws IOException {
    byte[] all = bytes(json);
    for (int from = 0; from < all.length; from += size) {
      int to = Math.min(all.length, from + size);
      int head = (from == 0 ? TEXT : CONTINUATION) | (to == all.length ? LAST : 0);
      frame(head, Arrays.copyOfRange(all, from, to));
    }
  }

  private static byte[] bytes(String json) {
    return (json.contains("\"") ? json : json.replace('\'', '"')).getBytes(UTF_8);
  }

  void ping(String payload) throws IOException {
    frame(LAST | PING, payload.getBytes(UTF_8));
  }

  void close(int code) throws IOException {
    frame(LAST | CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
  }

  void frame(int head, byte[] payload) throws IOException {
    var frame = new ByteArrayOutputStream(payload.length + 10);
    frame.write(head);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else if (payload.length < 65_536) {
      frame.write(126);
      frame.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
    } else {
      frame.write(127);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    frame.writeBytes(payload);
    write(frame.toByteArray());
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /// Cuts the connection without a word: the other side is told that it was reset.
  void cut() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /// Ends the connection without a goodbye, as a process that is killed does.
  void end() throws IOException {
    socket.close();
  }

  /// A frame from the line.
  record Got(int kind, String payload) {}

  Got get() throws IOException {
    int head = in.read();
    if (head < 0) {
      throw new SocketException("the line has hung up");
    }
    int length = in.readUnsignedByte() & 0x7F;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes(length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return new Got(head & 0x0F, new String(payload, UTF_8));
  }

  /// The next event from the line; pings on the way are answered.
  JsonNode hear() throws IOException {
    while (true) {
      Got got = get();
      switch (got.kind()) {
        case TEXT -> {
          return JSON.readTree(got.payload());
        }
        case PING -> frame(LAST | PONG, got.payload().getBytes(UTF_8));
        case CLOSE -> throw new SocketException("the line has hung up");
        default -> {}
      }
    }
  }

  /// Takes what comes for so long, and answers nothing.
  void ignore(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    try {
      for (long left = time.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
        socket.setSoTimeout((int) left);
        get();
      }
    } catch (SocketTimeoutException quiet) {
      // as it should be
    }
    socket.setSoTimeout(0);
  }

  /// Says nothing and hears nothing until the test is over.
  void hold() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
