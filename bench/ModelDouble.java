import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A language model behind Chat Completions that answers after a stated time: it sets the first turn of the first section
/// that it may change into that section, word by word.
final class ModelDouble implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern SECTION = Pattern.compile("<section id=\"(s\\d+)\">");
  private static final Pattern TURN = Pattern.compile("^(\\{\"id\":\"t\\d+\".*\"said\".*)$", Pattern.MULTILINE);

  private final HttpServer server;
  private final int delay;

  /// @param delay in milliseconds
  ModelDouble(int delay) throws IOException {
    this.delay = delay;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      String prompt = request.path("messages").valueStream().reduce((_, last) -> last).orElseThrow().path("content").asString();
      Thread.sleep(delay);
      byte[] body = JSON.writeValueAsBytes(completion(prompt));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static JsonNode completion(String prompt) {
    var answer = JSON.createObjectNode();
    var choice = answer.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", JSON.writeValueAsString(draft(prompt)));
    answer.putObject("usage").put("prompt_tokens", prompt.getBytes(UTF_8).length / 4).put("completion_tokens", 200);
    return answer;
  }

  private static JsonNode draft(String prompt) {
    Matcher section = SECTION.matcher(prompt);
    Matcher turn = TURN.matcher(prompt);
    if (!section.find() || !turn.find(section.end())) {
      throw new IllegalStateException("the prompt opens no section with evidence");
    }
    JsonNode said = JSON.readTree(turn.group(1));
    var draft = JSON.createObjectNode();
    var edited = draft.putArray("sections").addObject().put("id", section.group(1));
    var edit = edited.putArray("edits").addObject();
    edit.put("op", "insert").putNull("block").put("at", "end").put("kind", "paragraph");
    edit.put("markdown", said.path("said").asString()).put("connective", false);
    edit.putArray("sources").add(said.path("id").asString());
    draft.putArray("questions");
    return draft.put("summary", "I wrote one paragraph.");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
