package ghostwriter.interview.websocket;

/// What comes over a socket.
public sealed interface Incoming {
  /// @param text of a text message, or of a binary one, which is read as UTF-8
  record Message(String text) implements Incoming {}

  /// The other side closes; nothing follows.
  ///
  /// @param code 1005 where it gave none
  record Farewell(int code) implements Incoming {}
}
