package ghostwriter.drafting.openai;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An answer as the two forms put it, in one piece or as events. The shapes are those of recorded
/// traffic.
///
/// @param end `completed`, `max_output_tokens`, `content_filter`, or the code of an error
/// @param written the tokens that went into the cache; null where the model does not tell
record ScriptedAnswer(
    String text,
    @Nullable String refusal,
    String end,
    int input,
    int cached,
    @Nullable Integer written,
    int output,
    boolean tellsUsage) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PIECE = 7;

  static ScriptedAnswer saying(String text) {
    return new ScriptedAnswer(text, null, "completed", 4_000, 1_000, 500, 200, true);
  }

  static ScriptedAnswer declining(String refusal) {
    return new ScriptedAnswer("", refusal, "completed", 4_000, 1_000, 500, 20, true);
  }

  ScriptedAnswer ending(String how) {
    return new ScriptedAnswer(text, refusal, how, input, cached, written, output, tellsUsage);
  }

  ScriptedAnswer using(int in, int fromCache, @Nullable Integer intoCache, int out) {
    return new ScriptedAnswer(text, refusal, end, in, fromCache, intoCache, out, true);
  }

  ScriptedAnswer withoutUsage() {
    return new ScriptedAnswer(text, refusal, end, input, cached, written, output, false);
  }

  String body(boolean responses) {
    return JSON.writeValueAsString(responses ? response() : completion());
  }

  /// As lines of a stream, each event with its blank line.
  List<String> events(boolean responses) {
    return responses ? responseEvents() : chunks();
  }

  private ObjectNode response() {
    ObjectNode response = object().put("id", "resp_1").put("object", "response");
    response.put("status", status());
    ObjectNode thought = response.putArray("output").addObject().put("type", "reasoning");
    thought.putArray("summary");
    if (status().equals("failed")) {
      response.putObject("error").put("code", end).put("message", "My aunt's debts");
      return response;
    }
    if (status().equals("incomplete")) {
      response.putObject("incomplete_details").put("reason", end);
    }
    ArrayNode content = message((ArrayNode) response.get("output")).putArray("content");
    if (refusal == null) {
      content.addObject().put("type", "output_text").put("text", text);
    } else {
      content.addObject().put("type", "refusal").put("refusal", refusal);
    }
    usage(response, "input_tokens", "output_tokens", "input_tokens_details");
    return response;
  }

  private static ObjectNode message(ArrayNode output) {
    return output.addObject().put("type", "message").put("role", "assistant");
  }

  private void usage(ObjectNode answer, String in, String out, String details) {
    if (tellsUsage) {
      ObjectNode usage = answer.putObject("usage").put(in, input).put(out, output);
      ObjectNode detail = usage.putObject(details).put("cached_tokens", cached);
      if (written != null) {
        detail.put("cache_write_tokens", written);
      }
    }
  }

  private String status() {
    return switch (end) {
      case "completed" -> "completed";
      case "max_output_tokens", "content_filter" -> "incomplete";
      default -> "failed";
    };
  }

  private List<String> responseEvents() {
    List<String> events = new ArrayList<>();
    ObjectNode begun = object().put("id", "resp_1").put("status", "in_progress");
    event(events, object().put("type", "response.created").set("response", begun));
    ObjectNode added = object().put("type", "response.output_item.added");
    added.putObject("item").put("type", "message");
    event(events, added);
    for (String piece : pieces()) {
      event(events, object().put("type", "response.output_text.delta").put("delta", piece));
    }
    ObjectNode last = object().put("type", "response." + status());
    event(events, last.set("response", response()));
    return events;
  }

  private static void event(List<String> events, ObjectNode event) {
    event.put("sequence_number", events.size());
    events.add(
        "event: %s\ndata: %s\n\n"
            .formatted(event.get("type").asString(), JSON.writeValueAsString(event)));
  }

  private ObjectNode completion() {
    ObjectNode completion = object().put("id", "chatcmpl-1").put("object", "chat.completion");
    if (status().equals("failed")) {
      completion.putObject("error").put("code", end).put("message", "My aunt's debts");
      return completion;
    }
    ObjectNode choice = completion.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", finish());
    choice.putObject("message").put("content", text).put("refusal", refusal);
    usage(completion, "prompt_tokens", "completion_tokens", "prompt_tokens_details");
    return completion;
  }

  private String finish() {
    return switch (end) {
      case "completed" -> "stop";
      case "max_output_tokens" -> "length";
      default -> end;
    };
  }

  private List<String> chunks() {
    List<String> chunks = new ArrayList<>();
    for (String piece : pieces()) {
      ObjectNode chunk = object();
      ObjectNode choice = chunk.putArray("choices").addObject();
      choice.putObject("delta").put("content", piece).putNull("refusal");
      choice.putNull("finish_reason");
      chunks.add("data: " + JSON.writeValueAsString(chunk) + "\n\n");
    }
    chunks.add("data: " + JSON.writeValueAsString(lastChunk()) + "\n\n");
    if (tellsUsage && !status().equals("failed")) {
      ObjectNode counted = object();
      counted.putArray("choices");
      usage(counted, "prompt_tokens", "completion_tokens", "prompt_tokens_details");
      chunks.add("data: " + JSON.writeValueAsString(counted) + "\n\n");
    }
    chunks.add("data: [DONE]\n\n");
    return chunks;
  }

  private ObjectNode lastChunk() {
    ObjectNode chunk = object();
    if (status().equals("failed")) {
      chunk.putObject("error").put("code", end).put("message", "My aunt's debts");
      return chunk;
    }
    ObjectNode choice = chunk.putArray("choices").addObject().put("finish_reason", finish());
    choice.putObject("delta").put("refusal", refusal);
    return chunk;
  }

  private List<String> pieces() {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); at += PIECE) {
      pieces.add(text.substring(at, Math.min(text.length(), at + PIECE)));
    }
    return pieces;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
