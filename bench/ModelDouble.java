import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A language model behind Chat Completions that answers after a stated time: it sets the first turns of the first sections
/// that it may change into those, word by word.
final class ModelDouble implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern SECTION = Pattern.compile("<section id=\"(s\\d+)\">");
  private static final Pattern TURN = Pattern.compile("^(\\{\"id\":\"t\\d+\".*\"said\".*)$", Pattern.MULTILINE);

  private final HttpServer server;
  private final int delay;
  private final int sections;
  private final int turns;
  private final String more;

  /// One that sets one turn into one section.
  ///
  /// @param delay in milliseconds
  ModelDouble(int delay) throws IOException {
    this(delay, 1, 1, "");
  }

  /// @param delay in milliseconds
  /// @param sections how many at most
  /// @param turns how many at most make a paragraph
  /// @param more what it adds to each paragraph
  ModelDouble(int delay, int sections, int turns, String more) throws IOException {
    this.delay = delay;
    this.sections = sections;
    this.turns = turns;
    this.more = more;
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

  private JsonNode completion(String prompt) {
    var answer = JSON.createObjectNode();
    var choice = answer.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", JSON.writeValueAsString(draft(prompt)));
    answer.putObject("usage").put("prompt_tokens", prompt.getBytes(UTF_8).length / 4).put("completion_tokens", 200);
    return answer;
  }

  private JsonNode draft(String prompt) {
    var draft = JSON.createObjectNode();
    var edited = draft.putArray("sections");
    SECTION.matcher(prompt).results().limit(sections).forEach(section -> {
      String open = prompt.substring(section.end(), prompt.indexOf("</section>", section.end()));
      List<JsonNode> said = TURN.matcher(open).results().limit(turns).map(turn -> JSON.readTree(turn.group(1))).toList();
      if (!said.isEmpty()) {
        paragraph(edited.addObject().put("id", section.group(1)), said);
      }
    });
    if (edited.isEmpty()) {
      throw new IllegalStateException("the prompt opens no section with evidence");
    }
    draft.putArray("questions");
    return draft.put("summary", "I wrote one paragraph.");
  }

  private void paragraph(ObjectNode section, List<JsonNode> said) {
    String words = said.stream().map(turn -> turn.path("said").asString()).collect(Collectors.joining(" "));
    var edit = section.putArray("edits").addObject();
    edit.put("op", "insert").putNull("block").put("at", "end").put("kind", "paragraph");
    edit.put("markdown", words + more).put("connective", false);
    var sources = edit.putArray("sources");
    said.forEach(turn -> sources.add(turn.path("id").asString()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
