package ghostwriter.realtime.protocol;

import ghostwriter.realtime.responder.Prompt;
import tools.jackson.databind.node.ObjectNode;

/// What a session wants done, in this order.
public sealed interface Act {
  /// Send the event through every socket.
  record Tell(ObjectNode event) implements Act {}

  /// Send the event through one socket.
  record Answer(int socket, ObjectNode event) implements Act {}

  /// Ask the responder.
  record Ask(String response, Prompt prompt) implements Act {}

  /// Stop asking; pieces that still arrive are passed over.
  record Withdraw(String response) implements Act {}

  /// Close every socket with this code, after what was sent before.
  record Close(int code, String reason) implements Act {}
}
