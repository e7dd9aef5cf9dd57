package ghostwriter.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A drafting model behind Chat Completions: takes the newest turn that it is given over, word by
/// word, into the first section that has it, and says of that what the test tells it to say.
final class QuotingModel implements AutoCloseable {
  static final String NAME = "quoting-1";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern LISTED =
      Pattern.compile("^\\{\"id\":\"(s\\d+)\",\"heading\":\"([^\"]+)\"", Pattern.MULTILINE);
  private static final Pattern SECTION =
      Pattern.compile("<section id=\"(s\\d+)\">\n<evidence>\n(.*?)</evidence>", Pattern.DOTALL);
  private static final Pattern TURN =
      Pattern.compile("^\\{\"id\":\"t\\d+\".*\"said\".*$", Pattern.MULTILINE);

  private final List<String> summaries = new CopyOnWriteArrayList<>();
  private final Semaphore asked = new Semaphore(0);
  private final Semaphore leave;
  private final HttpServer server;
  private volatile String summary = "I wrote about “%s”.";

  /// @param held whether each answer waits until it is let
  QuotingModel(boolean held) {
    leave = new Semaphore(held ? 0 : 1_000);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::answer);
    server.createContext("/v1/models", exchange -> send(exchange, "{\"data\": []}"));
    server.start();
  }

  /// What a server needs to be told to draft by it: 1,000 tokens in cost one cent, 100 out ten.
  Map<String, String> settings() {
    return Map.of(
        "GHOSTWRITER_DRAFTER_URL",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
        "GHOSTWRITER_DRAFTER_MODEL",
        NAME,
        "GHOSTWRITER_DRAFTER_OPTIONS",
        "{\"stream\": false, \"price\": {\"input\": 10, \"cached\": 1, \"written\": 10, \"output\": 1000}}");
  }

  /// @param sentence what it says of its drafts; `%s` stands for the section that it changes
  void says(String sentence) {
    summary = sentence;
  }

  /// The sentences that it gave, one a draft.
  List<String> summaries() {
    return summaries;
  }

  void awaitAsked() {
    asked.acquireUninterruptibly();
  }

  /// Lets one answer go, that which waits or the next.
  void goOn() {
    leave.release();
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    asked.release();
    leave.acquireUninterruptibly();
    String prompt =
        request.path("messages").valueStream().toList().getLast().path("content").asString();
    ObjectNode answer = JSON.createObjectNode();
    ObjectNode choice = answer.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", draft(prompt).toString());
    answer.putObject("usage").put("prompt_tokens", 1_000).put("completion_tokens", 100);
    send(exchange, answer.toString());
  }

  private JsonNode draft(String prompt) {
    MatchResult section = SECTION.matcher(prompt).results().findFirst().orElseThrow();
    JsonNode turn =
        TURN.matcher(section.group(2))
            .results()
            .reduce((_, last) -> last)
            .map(found -> JSON.readTree(found.group()))
            .orElseThrow();
    String heading =
        LISTED
            .matcher(prompt)
            .results()
            .filter(listed -> listed.group(1).equals(section.group(1)))
            .map(listed -> listed.group(2))
            .findFirst()
            .orElseThrow();
    ObjectNode draft = JSON.createObjectNode();
    ObjectNode edit =
        draft
            .putArray("sections")
            .addObject()
            .put("id", section.group(1))
            .putArray("edits")
            .addObject();
    edit.put("op", "insert").putNull("block").put("at", "end").put("kind", "paragraph");
    edit.put("markdown", turn.path("said").asString()).put("connective", false);
    edit.putArray("sources").add(turn.path("id").asString());
    draft.putArray("questions");
    String said = summary.formatted(heading);
    summaries.add(said);
    return draft.put("summary", said);
  }

  private static void send(HttpExchange exchange, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    leave.release(1_000);
    server.stop(0);
  }
}
