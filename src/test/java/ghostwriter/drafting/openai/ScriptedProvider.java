package ghostwriter.drafting.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ghostwriter.drafting.DraftModel;
import ghostwriter.testing.SteppingClock;
import ghostwriter.vocabulary.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A provider's HTTP end that plays what it is told, in the order it is told: both forms, in one
/// piece or streamed, as the request wants it.
public final class ScriptedProvider implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /// What was asked.
  record Request(String path, @Nullable String key, JsonNode body) {
    boolean isResponses() {
      return path.endsWith("/responses");
    }

    boolean wantsStream() {
      return body.path("stream").asBoolean(false);
    }
  }

  /// How one request is answered.
  interface Play {
    void answer(Request request, HttpExchange exchange) throws IOException, InterruptedException;
  }

  final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

  /// Counts down when the other side has gone before its answer was over.
  final CountDownLatch gone = new CountDownLatch(1);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final BlockingQueue<Play> plays = new LinkedBlockingQueue<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private volatile String models = "{}";

  public ScriptedProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/responses", this::answer);
    server.createContext("/v1/chat/completions", this::answer);
    server.createContext("/v1/models", this::list);
    server.start();
  }

  /// One that asks here.
  Exchange exchange(Form form, Manners manners, Tries.Pause pause) {
    return exchange(base(), form, manners, pause);
  }

  /// One that asks somewhere else.
  Exchange exchange(URI where, Form form, Manners manners, Tries.Pause pause) {
    var provider = new Provider(where, Optional.of("sk-drafter"), "a-model", form, manners);
    return new Exchange(http, provider, new SteppingClock(), pause);
  }

  /// A model that asks here, without waiting between its tries.
  public DraftModel model(InstantSource clock) {
    return model(new ResponsesForm(), clock);
  }

  DraftModel model(Form form, InstantSource clock) {
    var provider =
        new Provider(
            base(),
            Optional.of("sk"),
            "gpt-6-luna",
            form,
            Providers.manners(true, Patience.STANDARD));
    var exchange = new Exchange(http, provider, clock, _ -> {});
    return new LanguageModel(
        new Scribe(
            provider,
            new Tries(exchange, _ -> {}, new Random(7)),
            new Breaker(clock),
            new Prices().of(provider.model()),
            new Ids(clock),
            clock),
        Optional.empty());
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var request =
          new Request(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              JSON.readTree(body.isEmpty() ? "{}" : body));
      requests.add(request);
      Play play = plays.poll();
      if (play == null) {
        throw new IllegalStateException("asked once more than the script goes");
      }
      play.answer(request, exchange);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, 200, models);
    }
  }

  /// What `/v1/models` tells.
  void offers(String json) {
    models = json;
  }

  ScriptedProvider play(Play play) {
    plays.add(play);
    return this;
  }

  /// The model answers, in the form and the way it was asked.
  ScriptedProvider answers(ScriptedAnswer answer) {
    return play((request, exchange) -> {
      if (request.wantsStream()) {
        beginStream(exchange);
        for (String event : answer.events(request.isResponses())) {
          write(exchange, event);
        }
      } else {
        send(exchange, 200, answer.body(request.isResponses()));
      }
    });
  }

  public ScriptedProvider says(String text) {
    return answers(ScriptedAnswer.saying(text));
  }

  /// Streams this text as it is, and ends.
  ScriptedProvider streams(String text) {
    return streams(List.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Streams these pieces, each sent for itself.
  ScriptedProvider streams(List<byte[]> pieces) {
    return play((_, exchange) -> {
      beginStream(exchange);
      for (byte[] piece : pieces) {
        exchange.getResponseBody().write(piece);
        exchange.getResponseBody().flush();
      }
    });
  }

  /// Streams this text and cuts the connection in the middle of the answer.
  ScriptedProvider cutsAfter(String text) {
    return play((_, exchange) -> {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 10_000_000);
      write(exchange, text);
    });
  }

  /// Streams this text, then comments until the other side has gone.
  ScriptedProvider lingersAfter(String text) {
    return play((_, exchange) -> {
      beginStream(exchange);
      try {
        write(exchange, text);
        while (closed.getCount() > 0) {
          write(exchange, ": still here\n");
        }
      } catch (IOException left) {
        gone.countDown();
        throw left;
      }
    });
  }

  /// Says nothing at all until it is closed itself.
  ScriptedProvider keepsSilent() {
    return play((_, _) -> closed.await());
  }

  /// Streams this text and then nothing until it is closed itself.
  ScriptedProvider keepsSilentAfter(String text) {
    return play((_, exchange) -> {
      beginStream(exchange);
      write(exchange, text);
      closed.await();
    });
  }

  /// @param headers as `name: value`
  ScriptedProvider refuses(int status, String body, String... headers) {
    return play((_, exchange) -> {
      for (String header : headers) {
        int colon = header.indexOf(':');
        exchange
            .getResponseHeaders()
            .set(header.substring(0, colon), header.substring(colon + 1).strip());
      }
      send(exchange, status, body);
    });
  }

  static String error(String type, @Nullable String code) {
    String quoted = code == null ? "null" : "\"" + code + "\"";
    return """
    {"error": {"message": "My aunt's debts", "type": "%s", "param": null, "code": %s}}
    """
        .formatted(type, quoted);
  }

  private static void beginStream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void write(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    http.close();
  }
}
