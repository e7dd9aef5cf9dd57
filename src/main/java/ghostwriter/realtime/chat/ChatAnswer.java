package ghostwriter.realtime.chat;

import ghostwriter.realtime.responder.Piece;
import ghostwriter.realtime.responder.WireIds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Turns the chunks of one streamed answer into pieces.
///
/// Calls arrive in parts, told apart by their index; servers that send each call whole may give all
/// of them the same index, so that a new name under a known index begins a new call.
final class ChatAnswer {
  private static final int MAX_ID = 32;

  private final WireIds ids;
  private final Consumer<Piece> out;
  private final Map<Integer, String> calls = new HashMap<>();
  private Optional<Piece.Usage> usage = Optional.empty();
  private Optional<Piece.Ending> ending = Optional.empty();

  ChatAnswer(WireIds ids, Consumer<Piece> out) {
    this.ids = ids;
    this.out = out;
  }

  void add(JsonNode chunk) {
    JsonNode choice = chunk.path("choices").path(0);
    JsonNode delta = choice.path("delta");
    say(delta.path("content").asString(""));
    say(delta.path("refusal").asString(""));
    delta.path("tool_calls").forEach(this::call);
    finish(choice.path("finish_reason").asString(""));
    count(chunk.path("usage"));
  }

  private void say(String text) {
    if (!text.isEmpty()) {
      out.accept(new Piece.Text(text));
    }
  }

  private void call(JsonNode part) {
    int index = part.path("index").asInt(0);
    JsonNode function = part.path("function");
    String name = function.path("name").asString("");
    if (!name.isEmpty()) {
      String callId = callId(part.path("id").asString(""));
      calls.put(index, callId);
      out.accept(new Piece.CallBegun(callId, name));
    }
    String callId = calls.get(index);
    String arguments = arguments(function.path("arguments"));
    if (callId != null && !arguments.isEmpty()) {
      out.accept(new Piece.CallArguments(callId, arguments));
    }
  }

  private String callId(String theirs) {
    return theirs.isEmpty() || theirs.length() > MAX_ID || calls.containsValue(theirs)
        ? ids.next("call")
        : theirs;
  }

  private static String arguments(JsonNode arguments) {
    return arguments.isObject() ? arguments.toString() : arguments.asString("");
  }

  private void finish(String reason) {
    if (!reason.isEmpty()) {
      ending =
          Optional.of(
              switch (reason) {
                case "length" -> Piece.Ending.TOO_LONG;
                case "content_filter" -> Piece.Ending.FILTERED;
                default -> Piece.Ending.WHOLE;
              });
    }
  }

  private void count(JsonNode counted) {
    if (counted.isObject()) {
      usage =
          Optional.of(
              new Piece.Usage(
                  counted.path("prompt_tokens").asInt(0),
                  counted.path("prompt_tokens_details").path("cached_tokens").asInt(0),
                  counted.path("completion_tokens").asInt(0)));
    }
  }

  /// The last piece: a stream that never said why it ends was cut off.
  Piece end() {
    return ending
        .<Piece>map(how -> new Piece.Ended(how, usage))
        .orElseGet(() -> new Piece.Failed("server_error", "The model's answer was cut off."));
  }
}
