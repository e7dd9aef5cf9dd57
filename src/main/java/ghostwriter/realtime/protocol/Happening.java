package ghostwriter.realtime.protocol;

import ghostwriter.realtime.responder.Piece;
import tools.jackson.databind.JsonNode;

/// What can happen to a session.
public sealed interface Happening {
  /// A client sent an event.
  ///
  /// @param socket which of the session's sockets it came through
  record Received(int socket, JsonNode event) implements Happening {
    @Override
    public String toString() {
      return "Received[" + socket + "]";
    }
  }

  /// A client sent something that is no JSON.
  record Garbled(int socket) implements Happening {}

  /// The responder came on with an answer.
  record Thought(String response, Piece piece) implements Happening {}

  /// The session has lasted as long as sessions may.
  record Expired() implements Happening {}
}
