package ghostwriter.realtime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Puts a socket's parts of messages together, up to a bound. The container's own buffers stay at 8
/// KiB, since it allocates them for every socket at full length.
final class FrameAssembler {
  /// A message is longer than it may be.
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final int capacity;
  private StringBuilder text = new StringBuilder(0);
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
  private long size;

  /// @param capacity bytes a message may have
  FrameAssembler(int capacity) {
    this.capacity = capacity;
  }

  /// A part of a text message; the message where that was its last.
  Optional<String> text(CharSequence part, boolean last) {
    grow(StandardCharsets.UTF_8.encode(CharBuffer.wrap(part)).remaining());
    text.append(part);
    if (!last) {
      return Optional.empty();
    }
    String whole = text.toString();
    text = new StringBuilder(0);
    size = 0;
    return Optional.of(whole);
  }

  /// The same for a binary message, which holds the JSON as UTF-8.
  Optional<String> binary(ByteBuffer part, boolean last) {
    grow(part.remaining());
    byte[] chunk = new byte[part.remaining()];
    part.get(chunk);
    bytes.writeBytes(chunk);
    if (!last) {
      return Optional.empty();
    }
    String whole = bytes.toString(StandardCharsets.UTF_8);
    bytes = new ByteArrayOutputStream(0);
    size = 0;
    return Optional.of(whole);
  }

  private void grow(int more) {
    size += more;
    if (size > capacity) {
      throw new TooLong();
    }
  }
}
