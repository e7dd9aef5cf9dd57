package ghostwriter.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Answers each route with what the test wrote down for it, in order; the last answer stays.
final class ScriptedServer implements AutoCloseable {
  static final String TOKEN = "the-token";

  record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, Deque<Answer>> script = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Map<String, String> types = new ConcurrentHashMap<>();
  private final Map<String, Runnable> before = new ConcurrentHashMap<>();

  ScriptedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    on("GET /api/me", 200, "{\"name\": \"Ann\", \"operator\": true}");
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  ScriptedServer on(String route, int status, String body) {
    script.computeIfAbsent(route, _ -> new ArrayDeque<>()).add(new Answer(status, body));
    return this;
  }

  /// Forgets what was written down for the route before.
  ScriptedServer only(String route, int status, String body) {
    script.remove(route);
    return on(route, status, body);
  }

  ScriptedServer problem(String route, int status, String detail) {
    return on(route, status, "{\"status\": %d, \"detail\": \"%s\"}".formatted(status, detail));
  }

  ScriptedServer before(String route, Runnable action) {
    before.put(route, action);
    return this;
  }

  /// "METHOD /path?query" of every request so far.
  List<String> asked() {
    return List.copyOf(asked);
  }

  String bodyOf(String route) {
    return bodies.getOrDefault(route, "");
  }

  String typeOf(String route) {
    return types.getOrDefault(route, "");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      bodies.put(
          route, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      var type = exchange.getRequestHeaders().getFirst("Content-Type");
      types.put(route, type == null ? "" : type);
      before.getOrDefault(route, () -> {}).run();
      send(
          exchange,
          isLetIn(exchange) ? next(route) : new Answer(401, "{\"detail\": \"Sign in first.\"}"));
    }
  }

  private static boolean isLetIn(HttpExchange exchange) {
    return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private Answer next(String route) {
    var answers = script.getOrDefault(route, new ArrayDeque<>());
    synchronized (answers) {
      if (answers.isEmpty()) {
        return new Answer(404, "{\"detail\": \"Nothing is scripted for " + route + ".\"}");
      }
      return answers.size() > 1 ? answers.remove() : answers.getFirst();
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
