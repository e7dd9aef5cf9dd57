package ghostwriter.interview.openai;

import java.io.IOException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The script of a provider that does everything as recorded ones do, and answers as `LineContract`
/// wants it.
final class PoliteProvider implements ScriptedProvider.Script {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern WORD = Pattern.compile("(?<= )");

  @Override
  public void play(ProviderCall call) throws IOException {
    call.begin();
    goOn(call);
  }

  /// The same on a line that has been begun.
  static void goOn(ProviderCall call) throws IOException {
    new Conversation(call).live();
  }

  private static final class Conversation {
    private final ProviderCall call;
    private String tool = "";
    private String last = "";
    private String metadata = "null";
    private int responses;
    private boolean busy;

    Conversation(ProviderCall call) {
      this.call = call;
    }

    void live() throws IOException {
      while (true) {
        JsonNode event = call.hear();
        switch (event.path("type").asString()) {
          case "session.update" -> configured(event.path("session"));
          case "conversation.item.create" -> keep((ObjectNode) event.path("item"));
          case "response.create" -> create(event);
          case "response.cancel" -> done("cancelled", "null");
          default -> throw new AssertionError("unknown: " + event);
        }
      }
    }

    private void configured(JsonNode session) throws IOException {
      tool = session.at("/tools/0/name").asString("");
      send("session.updated", "\"session\":" + session);
    }

    private void keep(ObjectNode item) throws IOException {
      if (!item.has("id")) {
        item.put("id", "item_made");
      }
      last =
          item.has("output")
              ? "The tool says: " + item.path("output").asString()
              : item.at("/content/0/text").asString();
      send("conversation.item.added", "\"item\":" + item);
      send("conversation.item.done", "\"previous_item_id\":null,\"item\":" + item);
    }

    private void create(JsonNode event) throws IOException {
      if (busy) {
        send(
            "error",
            "\"error\":{\"code\":\"conversation_already_has_active_response\",\"event_id\":"
                + event.path("event_id")
                + "}");
        return;
      }
      metadata = event.at("/response/metadata").toString();
      responses++;
      busy = true;
      send("response.created", "\"response\":" + response("in_progress", "null"));
      answer();
    }

    private void answer() throws IOException {
      switch (last) {
        case "call" -> {
          send(
              "response.output_item.done",
              "\"item\":{\"type\":\"function_call\",\"status\":\"completed\",\"call_id\":\"call_"
                  + responses
                  + "\",\"name\":\""
                  + tool
                  + "\",\"arguments\":\"{\\\"text\\\":\\\"hello\\\"}\"}");
          done("completed", "null");
        }
        case "wait" -> say("Let me think");
        case "crash" ->
            done("failed", "{\"type\":\"failed\",\"error\":{\"code\":\"server_error\"}}");
        default -> {
          say(last);
          done("completed", "null");
        }
      }
    }

    private void say(String text) throws IOException {
      for (String word : WORD.split(text, -1)) {
        send(
            "response.output_text.delta",
            "\"item_id\":\"said_" + responses + "\",\"delta\":\"" + word + "\"");
      }
    }

    private void done(String status, String details) throws IOException {
      busy = false;
      send("response.done", "\"response\":" + response(status, details));
    }

    private String response(String status, String details) {
      return "{\"id\":\"resp_%d\",\"conversation_id\":\"conv_1\",\"status\":\"%s\",\"status_details\":%s,\"metadata\":%s}"
          .formatted(responses, status, details, metadata);
    }

    private void send(String type, String fields) throws IOException {
      String event = "{\"type\":\"" + type + "\"," + fields + "}";
      call.send(JSON.readTree(event).toString());
    }
  }
}
