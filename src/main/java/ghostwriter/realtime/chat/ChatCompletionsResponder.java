package ghostwriter.realtime.chat;

import ghostwriter.realtime.chat.Lines.Signal;
import ghostwriter.realtime.responder.Piece;
import ghostwriter.realtime.responder.Prompt;
import ghostwriter.realtime.responder.Responder;
import ghostwriter.realtime.responder.WireIds;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Lets a model behind the Chat Completions form answer. Asks once: whoever waits in a conversation
/// is better served by a quick failure than by a late answer.
public final class ChatCompletionsResponder implements Responder {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final String DATA = "data:";

  private final ChatModel model;
  private final WireIds ids;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  public ChatCompletionsResponder(ChatModel model, WireIds ids) {
    this.model = model;
    this.ids = ids;
  }

  @Override
  public void respond(Prompt prompt, Consumer<Piece> out) throws InterruptedException {
    try (var lines = new Lines(http, request(prompt), model.patience())) {
      out.accept(follow(lines, new ChatAnswer(ids, out)));
    }
  }

  private HttpRequest request(Prompt prompt) {
    String body = JSON.writeValueAsString(ChatRequest.of(model.name(), prompt));
    var request =
        HttpRequest.newBuilder(model.completions())
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofString(body));
    model.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request.build();
  }

  private static Piece follow(Lines lines, ChatAnswer answer) throws InterruptedException {
    while (true) {
      switch (lines.next()) {
        case Signal.Line(var line) when line.startsWith(DATA) -> {
          String data = line.substring(DATA.length()).strip();
          if (data.equals("[DONE]")) {
            return answer.end();
          }
          JsonNode chunk = chunk(data);
          if (chunk.has("error")) {
            return failed(0, chunk);
          }
          answer.add(chunk);
        }
        case Signal.Line _ -> {}
        case Signal.Over _ -> {
          return answer.end();
        }
        case Signal.Refused(var status, var body) -> {
          return failed(status, chunk(body));
        }
        case Signal.Broken _ -> {
          return new Piece.Failed("server_error", "The model cannot be reached.");
        }
        case Signal.Silence _ -> {
          return new Piece.Failed("server_error", "The model did not answer in time.");
        }
      }
    }
  }

  private static JsonNode chunk(String data) {
    try {
      return JSON.readTree(data);
    } catch (JacksonException none) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  // The model's own sentence stays out: it may quote what was said.
  private static Piece failed(int status, JsonNode body) {
    String told = body.path("error").path("code").asString("");
    String code =
        switch (status) {
          case 401, 403 -> "invalid_api_key";
          case 404 -> "model_not_found";
          case 429 -> told.isEmpty() ? "rate_limit_exceeded" : told;
          default -> told.isEmpty() ? "server_error" : told;
        };
    return new Piece.Failed(code, "The model refused to answer (" + code + ").");
  }
}
