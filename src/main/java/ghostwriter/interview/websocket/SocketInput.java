package ghostwriter.interview.websocket;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// The bytes that come over a socket. Used by one thread.
///
/// At first all waiting ends at a common moment. Once [#settle] was called, each wait is on its
/// own: whoever says nothing for long is asked, and who does not answer is given up.
final class SocketInput {
  private static final int BUFFER = 4 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final Patience patience;
  private final Runnable ask;
  private final byte[] buffer = new byte[BUFFER];
  private final long deadline;
  private int at;
  private int end;
  private boolean settled;
  private boolean asked;

  /// @param deadline as [System#nanoTime] counts
  /// @param ask asks the other side for a sign of life
  SocketInput(Socket socket, long deadline, Patience patience, Runnable ask) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.deadline = deadline;
    this.patience = patience;
    this.ask = ask;
  }

  void settle() {
    settled = true;
  }

  /// The next byte, 0 to 255.
  int read() throws IOException {
    if (at == end) {
      fill();
    }
    return buffer[at++] & 0xFF;
  }

  void copy(long count, ByteArrayOutputStream into) throws IOException {
    for (long left = count; left > 0; ) {
      if (at == end) {
        fill();
      }
      int part = (int) Math.min(left, end - at);
      into.write(buffer, at, part);
      at += part;
      left -= part;
    }
  }

  private void fill() throws IOException {
    while (true) {
      try {
        socket.setSoTimeout(Math.toIntExact(Math.max(1, nextWait().toMillis())));
        int count = in.read(buffer);
        if (count < 0) {
          throw new EOFException("the other side is gone");
        }
        at = 0;
        end = count;
        asked = false;
        return;
      } catch (SocketTimeoutException silence) {
        askOnce(silence);
      }
    }
  }

  private Duration nextWait() throws SocketTimeoutException {
    if (settled) {
      return asked ? patience.answer() : patience.quiet();
    }
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    if (left.isNegative()) {
      throw new SocketTimeoutException("the other side took too long");
    }
    return left;
  }

  private void askOnce(SocketTimeoutException silence) throws SocketTimeoutException {
    if (!settled || asked) {
      throw silence;
    }
    asked = true;
    ask.run();
  }
}
