package ghostwriter.interview.websocket;

import java.io.IOException;

/// The other side answered, but not with a WebSocket.
public final class HandshakeRefused extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String body;

  HandshakeRefused(int status, String body) {
    super("the handshake was answered with " + status);
    this.status = status;
    this.body = body;
  }

  public int status() {
    return status;
  }

  /// What it said, as far as it came and at most 16 KiB of it; often empty.
  public String body() {
    return body;
  }
}
