package ghostwriter.interview.openai;

import ghostwriter.interview.Frame;
import ghostwriter.interview.Line;
import ghostwriter.interview.LineCommand;
import ghostwriter.interview.LineEvent;
import ghostwriter.transcript.Direction;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One WebSocket to a Realtime endpoint. The socket's thread reads; sends are chained, as the
/// client library allows only one at a time.
final class RealtimeLine implements Line, WebSocket.Listener {
  /// The largest message it takes, in characters: item lists may exceed a mebibyte.
  static final int MAX_MESSAGE = 16 * 1024 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Line.Listener listener;
  private final JsonMapper json;
  private final RealtimeReading reading = new RealtimeReading();
  private final RealtimeWriting writing;
  private final StringBuilder message = new StringBuilder();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile String lastComplaint = "";

  /// Done once everything before is sent; null-completed where the line is down. Guarded by `this`.
  private CompletableFuture<WebSocket> sending = new CompletableFuture<>();

  private RealtimeLine(Line.Listener listener, JsonMapper json) {
    this.listener = listener;
    this.json = json;
    this.writing = new RealtimeWriting(json);
  }

  static RealtimeLine open(
      HttpClient http, RealtimeEndpoint endpoint, JsonMapper json, Line.Listener listener) {
    var line = new RealtimeLine(listener, json);
    CompletableFuture<WebSocket> socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + endpoint.key())
            .connectTimeout(CONNECT)
            .buildAsync(endpoint.address(), line);
    synchronized (line) {
      line.sending = socket;
    }
    socket.exceptionally(failure -> line.refused(failure));
    return line;
  }

  private @Nullable WebSocket refused(Throwable failure) {
    Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    int status =
        cause instanceof WebSocketHandshakeException handshake
            ? handshake.getResponse().statusCode()
            : 0;
    end(LostLine.atHandshake(status));
    return null;
  }

  @Override
  public void send(LineCommand command) {
    if (over.get()) {
      return;
    }
    ObjectNode event = writing.event(command);
    String text = json.writeValueAsString(event);
    listener.on(new Frame(Direction.TO_PROVIDER, Optional.of(event), List.of()));
    synchronized (this) {
      sending = sending.thenCompose(socket -> socket.sendText(text, true));
      sending.exceptionally(_ -> {
        end(LostLine.broken());
        return null;
      });
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    if (message.length() + data.length() > MAX_MESSAGE) {
      end(LostLine.broken());
      socket.abort();
      return null;
    }
    message.append(data);
    if (last) {
      String whole = message.toString();
      message.setLength(0);
      hear(whole);
    }
    socket.request(1);
    return null;
  }

  private void hear(String text) {
    if (over.get()) {
      return;
    }
    try {
      JsonNode event = json.readTree(text);
      List<LineEvent> events = reading.events(event);
      events.forEach(this::note);
      listener.on(new Frame(Direction.FROM_PROVIDER, Optional.of(event), events));
    } catch (JacksonException e) {
      // A frame that is no JSON means nothing; the provider's next one may.
    }
  }

  private void note(LineEvent event) {
    if (event instanceof LineEvent.Complaint(String code)) {
      lastComplaint = code;
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    end(LostLine.atClose(status, lastComplaint));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    end(LostLine.broken());
  }

  private void end(LineEvent.Down down) {
    if (over.compareAndSet(false, true)) {
      listener.on(new Frame(Direction.FROM_PROVIDER, Optional.empty(), List.of(down)));
    }
  }

  @Override
  public void close() {
    over.set(true);
    synchronized (this) {
      sending = sending.thenCompose(socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }
  }
}
