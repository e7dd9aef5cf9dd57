package ghostwriter.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A model behind Chat Completions that says the same at every request: the first half at once, the
/// second when it is let.
final class SlowModel implements AutoCloseable {
  private final Semaphore leave = new Semaphore(0);
  private final HttpServer server;
  private final String first;
  private final String second;

  /// @param first without characters that JSON would have to escape, as `second`
  SlowModel(String first, String second) {
    this.first = first;
    this.second = second;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /// Lets it say the second half, once.
  void goOn() {
    leave.release();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      send(exchange, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + first + "\"}}]}");
      leave.acquire();
      send(exchange, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + second + "\"}}]}");
      send(exchange, "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
      send(exchange, "[DONE]");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, String event) throws IOException {
    exchange.getResponseBody().write(("data: " + event + "\n\n").getBytes(UTF_8));
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    leave.release(100);
    server.stop(0);
  }
}
