package ghostwriter.interview.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/// The opening handshake (RFC 6455, section 4): one HTTP request and its answer.
final class Handshake {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int LONGEST_HEAD = 32 * 1024;
  private static final int LONGEST_BODY = 16 * 1024;
  private static final int SWITCHING = 101;

  private final String nonce;
  private final String request;

  Handshake(URI address, Map<String, String> headers) {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    nonce = Base64.getEncoder().encodeToString(bytes);
    request = request(address, headers);
  }

  private String request(URI address, Map<String, String> headers) {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    var lines = new StringBuilder("GET " + path + query + " HTTP/1.1\r\n");
    lines.append("Host: ").append(address.getRawAuthority()).append("\r\n");
    lines.append("Upgrade: websocket\r\nConnection: Upgrade\r\n");
    lines.append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ").append(nonce).append("\r\n");
    headers.forEach((name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
    return lines.append("\r\n").toString();
  }

  byte[] request() {
    return request.getBytes(ISO_8859_1);
  }

  /// Reads the answer up to the first frame.
  ///
  /// @throws HandshakeRefused where it is another answer than the one hoped for
  void check(SocketInput in) throws IOException {
    int budget = LONGEST_HEAD;
    String first = line(in, budget);
    if (!first.matches("HTTP/1\\.[01] [1-5]\\d\\d.*")) {
      throw new ProtocolException("the answer is no HTTP");
    }
    Map<String, String> headers = headers(in, budget - first.length());
    int status = Integer.parseInt(first.substring(9, 12));
    if (status != SWITCHING) {
      throw new HandshakeRefused(status, body(in, headers));
    }
    if (!accepted().equals(headers.get("Sec-WebSocket-Accept"))) {
      throw new ProtocolException("the answer is not to what was asked");
    }
  }

  private static Map<String, String> headers(SocketInput in, int most) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    int budget = most;
    for (String line = line(in, budget); !line.isEmpty(); line = line(in, budget)) {
      budget -= line.length();
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static String line(SocketInput in, int most) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (line.length() >= most) {
        throw new ProtocolException("the answer has no end");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private String accepted() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest((nonce + MAGIC).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  /// Only helps to say why: whatever of it cannot be read is left out.
  private static String body(SocketInput in, Map<String, String> headers) {
    var body = new ByteArrayOutputStream();
    try {
      if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
        copyChunks(in, body);
      } else {
        copy(in, headers.getOrDefault("Content-Length", "0"), 10, body);
      }
    } catch (IOException | NumberFormatException cutOff) {
      return body.toString(UTF_8);
    }
    return body.toString(UTF_8);
  }

  private static void copyChunks(SocketInput in, ByteArrayOutputStream body) throws IOException {
    while (copy(in, line(in, LONGEST_HEAD).split(";", 2)[0].strip(), 16, body)) {
      line(in, 2);
    }
  }

  /// Whether there may be more.
  private static boolean copy(SocketInput in, String length, int radix, ByteArrayOutputStream body)
      throws IOException {
    int count = Math.min(Integer.parseUnsignedInt(length, radix), LONGEST_BODY - body.size());
    in.copy(count, body);
    return count > 0 && body.size() < LONGEST_BODY;
  }
}
