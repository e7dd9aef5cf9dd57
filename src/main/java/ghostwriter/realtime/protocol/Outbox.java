package ghostwriter.realtime.protocol;

import ghostwriter.realtime.responder.Prompt;
import ghostwriter.realtime.responder.WireIds;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Collects what a turn of the machine wants done and gives every event its id.
final class Outbox {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final WireIds ids;
  private List<Act> acts = new ArrayList<>();

  Outbox(WireIds ids) {
    this.ids = ids;
  }

  WireIds ids() {
    return ids;
  }

  void tell(ObjectNode event) {
    acts.add(new Act.Tell(event));
  }

  void ask(String response, Prompt prompt) {
    acts.add(new Act.Ask(response, prompt));
  }

  void withdraw(String response) {
    acts.add(new Act.Withdraw(response));
  }

  void close(int code, String reason) {
    acts.add(new Act.Close(code, reason));
  }

  void refuse(int socket, ProtocolError why, JsonNode clientEvent) {
    acts.add(new Act.Answer(socket, error(why, clientEvent.path("event_id"))));
  }

  void fail(ProtocolError why) {
    tell(error(why, JSON.nullNode()));
  }

  private ObjectNode error(ProtocolError why, JsonNode clientEventId) {
    ObjectNode event = event("error");
    event
        .putObject("error")
        .put("type", "invalid_request_error")
        .put("code", why.code())
        .put("message", why.getMessage())
        .put("param", why.param())
        .put("event_id", clientEventId.isString() ? clientEventId.stringValue() : null);
    return event;
  }

  ObjectNode event(String type) {
    return JSON.objectNode().put("type", type).put("event_id", ids.next("event"));
  }

  /// Hands over what was collected and starts anew.
  List<Act> take() {
    List<Act> taken = acts;
    acts = new ArrayList<>();
    return taken;
  }
}
