package ghostwriter.interview.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/// Puts a server's frames together to messages (RFC 6455, section 5.4) and answers its pings.
final class FrameReader {
  /// The longest message it takes, in bytes: lists of items may exceed a mebibyte.
  static final int LONGEST = 16 * 1024 * 1024;

  private static final int LONGEST_CONTROL = 125;
  private static final int NO_CODE = 1005;

  /// @param last whether the message ends with this frame
  private record Head(boolean last, int kind, long length) {
    boolean isControl() {
      return kind >= FrameBytes.CLOSE;
    }
  }

  private final SocketInput in;
  private final Consumer<byte[]> pings;
  private ByteArrayOutputStream message = new ByteArrayOutputStream(0);
  private boolean open;

  /// @param pings takes what a ping wants to have back
  FrameReader(SocketInput in, Consumer<byte[]> pings) {
    this.in = in;
    this.pings = pings;
  }

  /// Waits for the next message or the farewell.
  ///
  /// @throws IOException where the socket is lost, or what comes is no WebSocket
  Incoming next() throws IOException {
    while (true) {
      Head head = head();
      switch (head.kind()) {
        case FrameBytes.CONTINUATION, FrameBytes.TEXT, FrameBytes.BINARY -> {
          collect(head);
          if (head.last()) {
            return whole();
          }
        }
        case FrameBytes.PING -> pings.accept(payload(head));
        case FrameBytes.PONG -> payload(head);
        case FrameBytes.CLOSE -> {
          return farewell(payload(head));
        }
        default -> throw new ProtocolException("no frame of this kind is known");
      }
    }
  }

  private Head head() throws IOException {
    int first = in.read();
    int second = in.read();
    var head = new Head((first & FrameBytes.LAST) != 0, first & 0x0F, length(second));
    if ((first & 0x70) != 0 || (second & FrameBytes.MASKED) != 0) {
      throw new ProtocolException("a frame has marks that nobody agreed on");
    }
    if (head.isControl() && (!head.last() || head.length() > LONGEST_CONTROL)) {
      throw new ProtocolException("a control frame is cut up or too long");
    }
    return head;
  }

  private long length(int second) throws IOException {
    int length = second & ~FrameBytes.MASKED;
    return switch (length) {
      case FrameBytes.SHORT -> number(2);
      case FrameBytes.LONG -> number(8);
      default -> length;
    };
  }

  private long number(int bytes) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number = (number << 8) | in.read();
    }
    return number;
  }

  private void collect(Head head) throws IOException {
    if (open != (head.kind() == FrameBytes.CONTINUATION)) {
      throw new ProtocolException("a message begins or goes on where it cannot");
    }
    if (head.length() < 0 || head.length() > LONGEST - message.size()) {
      throw new ProtocolException("a message is longer than 16 MiB");
    }
    in.copy(head.length(), message);
    open = !head.last();
  }

  /// A long message's memory is let go with it.
  private Incoming whole() {
    String text = message.toString(UTF_8);
    message = new ByteArrayOutputStream(0);
    return new Incoming.Message(text);
  }

  private byte[] payload(Head head) throws IOException {
    var payload = new ByteArrayOutputStream((int) head.length());
    in.copy(head.length(), payload);
    return payload.toByteArray();
  }

  private static Incoming farewell(byte[] payload) {
    return new Incoming.Farewell(payload.length < 2 ? NO_CODE : ByteBuffer.wrap(payload).getChar());
  }
}
