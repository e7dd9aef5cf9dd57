package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Item.FunctionCall;
import ghostwriter.realtime.responder.Item.FunctionOutput;
import ghostwriter.realtime.responder.Item.Message;
import ghostwriter.realtime.responder.Item.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// The conversation as the interviewer looks at it: what the client said to which question, and
/// what was done about it.
final class Talk {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int IN_MIND = 30;
  private static final String PROGRESS = "TOOL_PROGRESS::";

  /// The client's words and what the interviewer had said just before.
  record Exchange(String before, String item, String words) {}

  /// A tool that was called, and what it answered.
  record Done(FunctionCall call, JsonNode output) {
    String tool() {
      return call.name();
    }

    JsonNode arguments() {
      return read(call.arguments());
    }

    boolean failed() {
      return output.hasNonNull("error") || !output.path("ok").asBoolean(true);
    }
  }

  private final List<Item> items;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private int lastClient = -1;

  Talk(List<Item> items) {
    this.items = items;
    var before = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Message message && message.role() != Role.SYSTEM) {
        if (message.role() == Role.ASSISTANT) {
          said.add(message.text().strip());
          before.append(message.text()).append('\n');
        } else {
          exchanges.add(
              new Exchange(before.toString().strip(), message.id(), message.text().strip()));
          before.setLength(0);
          lastClient = i;
        }
      }
    }
  }

  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /// The exchanges one has in mind: the last thirty.
  List<Exchange> inMind() {
    return exchanges.subList(Math.max(0, exchanges.size() - IN_MIND), exchanges.size());
  }

  /// Everything the interviewer has said, in order.
  List<String> said() {
    return List.copyOf(said);
  }

  Optional<Exchange> last() {
    return exchanges.isEmpty() ? Optional.empty() : Optional.of(exchanges.getLast());
  }

  /// Whether the interviewer has spoken since the client did, or nobody has.
  boolean answered() {
    return items.stream()
        .skip(lastClient + 1L)
        .anyMatch(item -> item instanceof Message message && message.role() == Role.ASSISTANT);
  }

  /// What was done since the client or the interviewer last spoke.
  List<Done> doneNow() {
    int from = lastClient;
    for (int i = items.size() - 1; i > from; i--) {
      if (items.get(i) instanceof Message message && message.role() == Role.ASSISTANT) {
        from = i;
      }
    }
    return done(from + 1);
  }

  List<Done> doneEver() {
    return done(0);
  }

  private List<Done> done(int from) {
    return items.stream()
        .skip(from)
        .filter(item -> item instanceof FunctionCall call && call.status() == Item.Status.COMPLETED)
        .map(item -> new Done((FunctionCall) item, output(((FunctionCall) item).callId())))
        .toList();
  }

  private JsonNode output(String callId) {
    return items.stream()
        .filter(item -> item instanceof FunctionOutput output && output.callId().equals(callId))
        .map(item -> read(((FunctionOutput) item).output()))
        .findFirst()
        .orElseGet(JsonNodeFactory.instance::missingNode);
  }

  private static JsonNode read(String json) {
    try {
      JsonNode read = JSON.readTree(json);
      return read.isObject() ? read : JsonNodeFactory.instance.objectNode().put("text", json);
    } catch (JacksonException none) {
      return JsonNodeFactory.instance.objectNode().put("text", json);
    }
  }

  /// What the client has said since one of these tools was last called, oldest first.
  List<Exchange> since(Set<String> tools) {
    int from = 0;
    int seen = 0;
    for (Item item : items) {
      if (item instanceof Message message && message.role() == Role.USER) {
        seen++;
      } else if (item instanceof FunctionCall call && tools.contains(call.name())) {
        from = seen;
      }
    }
    return exchanges.subList(from, exchanges.size());
  }

  /// News of a draft that nobody has spoken about yet: the last thing that happened. A client who
  /// waits for an answer comes first.
  Optional<JsonNode> progress() {
    boolean waiting = lastClient >= 0 && !answered();
    if (waiting || items.isEmpty() || !(items.getLast() instanceof Message message)) {
      return Optional.empty();
    }
    String text = message.text();
    return message.role() == Role.SYSTEM && text.startsWith(PROGRESS)
        ? Optional.of(read(text.substring(PROGRESS.length())))
        : Optional.empty();
  }
}
