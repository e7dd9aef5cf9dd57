package ghostwriter.interview.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/// A client's frames as bytes (RFC 6455, section 5.2): whole messages, masked.
final class FrameBytes {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  static final int LAST = 0x80;
  static final int MASKED = 0x80;
  static final int SHORT = 126;
  static final int LONG = 127;

  private static final int LONGEST_HEAD = 14;
  private static final SecureRandom MASKS = new SecureRandom();

  private FrameBytes() {}

  static byte[] text(String text) {
    return frame(TEXT, text.getBytes(UTF_8));
  }

  static byte[] ping() {
    return frame(PING, new byte[0]);
  }

  static byte[] pong(byte[] payload) {
    return frame(PONG, payload);
  }

  static byte[] close(int code) {
    return frame(CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
  }

  static boolean isClose(byte[] frame) {
    return frame[0] == (byte) (LAST | CLOSE);
  }

  private static byte[] frame(int kind, byte[] payload) {
    byte[] mask = new byte[4];
    MASKS.nextBytes(mask);
    var frame = ByteBuffer.allocate(LONGEST_HEAD + payload.length).put((byte) (LAST | kind));
    putLength(frame, payload.length);
    frame.put(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask[i & 3]));
    }
    byte[] bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }

  private static void putLength(ByteBuffer frame, int length) {
    if (length < SHORT) {
      frame.put((byte) (MASKED | length));
    } else if (length < 1 << 16) {
      frame.put((byte) (MASKED | SHORT)).putShort((short) length);
    } else {
      frame.put((byte) (MASKED | LONG)).putLong(length);
    }
  }
}
