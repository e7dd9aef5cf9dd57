package ghostwriter.realtime.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A model's HTTP end that plays what it is told, in the order it is told.
final class ScriptedModel implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /// How one request is answered.
  interface Play {
    void answer(HttpExchange exchange) throws IOException;
  }

  final BlockingQueue<JsonNode> requests = new LinkedBlockingQueue<>();
  final BlockingQueue<String> keys = new LinkedBlockingQueue<>();
  final CountDownLatch hangsUp = new CountDownLatch(1);
  private final BlockingQueue<Play> plays = new LinkedBlockingQueue<>();
  private final HttpServer server;

  ScriptedModel() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/chat/completions");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(JSON.readTree(exchange.getRequestBody()));
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      plays.remove().answer(exchange);
    }
  }

  void play(Play play) {
    plays.add(play);
  }

  /// Streams these chunks, each as one `data:` line, and `[DONE]`.
  void stream(String... chunks) {
    play(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      for (String chunk : chunks) {
        write(exchange, "data: " + chunk + "\n\n");
      }
      write(exchange, "data: [DONE]\n\n");
    });
  }

  /// Sends this text and cuts the connection in the middle of the answer.
  void cutAfter(String text) {
    play(exchange -> {
      exchange.sendResponseHeaders(200, 1_000_000);
      write(exchange, text);
    });
  }

  /// Sends this text, then writes blank comment lines until the other side has gone.
  void hangAfter(String text) {
    play(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      write(exchange, text);
      try {
        while (true) {
          write(exchange, ": still here\n");
        }
      } catch (IOException gone) {
        hangsUp.countDown();
        throw gone;
      }
    });
  }

  /// Sends this text and then nothing until it is closed itself.
  void fallSilentAfter(String text) {
    play(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      write(exchange, text);
      try {
        hangsUp.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    });
  }

  void refuse(int status, String body) {
    play(exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    });
  }

  static void write(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    hangsUp.countDown();
    server.stop(0);
  }
}
