package ghostwriter.interview.openai;

import ghostwriter.interview.Frame;
import ghostwriter.interview.Line;
import ghostwriter.interview.LineCommand;
import ghostwriter.interview.LineEvent;
import ghostwriter.interview.LineEvent.Down;
import ghostwriter.interview.websocket.ClientSocket;
import ghostwriter.interview.websocket.HandshakeRefused;
import ghostwriter.interview.websocket.Incoming;
import ghostwriter.transcript.Direction;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One WebSocket to a Realtime endpoint. Its virtual thread dials, reads and tells, and is the only
/// one that finds the end: so nothing that came is told after it, and the end is told once.
final class RealtimeLine implements Line {
  private static final Logger LOG = LoggerFactory.getLogger(RealtimeLine.class);

  private final Line.Listener listener;
  private final ClientSocket socket;
  private final JsonMapper json;
  private final LineReading reading;
  private final LineWriting writing;

  /// Read by the line's thread alone.
  private boolean up;

  /// Of the last frame that meant anything; empty where that was no complaint.
  private String complaint = "";

  /// Whether nobody is to hear anything any more. Written under `this`.
  private volatile boolean over;

  RealtimeLine(Line.Listener listener, ClientSocket socket, JsonMapper json, InstantSource clock) {
    this.listener = listener;
    this.socket = socket;
    this.json = json;
    this.reading = new LineReading(clock);
    this.writing = new LineWriting(json);
  }

  /// Lives until the line is lost or closed.
  void live(Supplier<Destination> destination) {
    try {
      Destination to = destination.get();
      socket.open(to.address(), Map.of("Authorization", "Bearer " + to.key()));
      end(listen(), complaint);
    } catch (HandshakeRefused refused) {
      String code = code(refused.body());
      end(LostLine.atHandshake(refused.status(), code), refused.status() + " " + code);
    } catch (IOException lost) {
      end(lost(), lost.getClass().getSimpleName());
    } catch (RuntimeException broken) {
      // Its message might quote what was said.
      end(lost(), broken.getClass().getName());
    } finally {
      socket.close();
    }
  }

  private Down lost() {
    return up || !complaint.isEmpty() ? LostLine.because(complaint) : LostLine.unreachable();
  }

  private Down listen() throws IOException {
    while (true) {
      switch (socket.next()) {
        case Incoming.Message(String text) -> hear(text);
        case Incoming.Farewell(int status) -> {
          return LostLine.atClose(status, complaint);
        }
      }
      if (LostLine.isHopeless(complaint)) {
        return LostLine.because(complaint);
      }
    }
  }

  private void hear(String text) {
    Frame frame =
        read(text)
            .map(event ->
                new Frame(
                    Direction.FROM_PROVIDER,
                    Optional.of(event),
                    text.length(),
                    reading.events(event)))
            .orElseGet(() -> Frame.unreadable(text.length()));
    note(frame.events());
    if (!over) {
      listener.on(frame);
    }
  }

  private Optional<JsonNode> read(String text) {
    try {
      return Optional.of(json.readTree(text)).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private void note(List<LineEvent> events) {
    for (LineEvent event : events) {
      if (event instanceof LineEvent.Up) {
        up = true;
        socket.settle();
      }
    }
    if (!events.isEmpty()) {
      complaint = complaintOf(events);
    }
  }

  private static String complaintOf(List<LineEvent> events) {
    return events.stream()
        .filter(LineEvent.Complaint.class::isInstance)
        .map(event -> ((LineEvent.Complaint) event).code())
        .findFirst()
        .orElse("");
  }

  private String code(String body) {
    return read(body).map(answer -> LineReading.code(answer.path("error"))).orElse("unknown");
  }

  @Override
  public synchronized void send(LineCommand command) {
    if (over) {
      return;
    }
    ObjectNode event = writing.event(command);
    reading.expect(command);
    listener.on(new Frame(Direction.TO_PROVIDER, Optional.of(event), List.of()));
    socket.send(json.writeValueAsString(event));
  }

  private void end(Down down, String because) {
    if (stopTelling()) {
      LOG.atLevel(down.forGood() ? Level.WARN : Level.INFO)
          .addKeyValue("because", because)
          .addKeyValue("forGood", down.forGood())
          .log("a line is down");
      listener.on(new Frame(Direction.FROM_PROVIDER, Optional.empty(), List.of(down)));
    }
  }

  /// False where it had been stopped before.
  private synchronized boolean stopTelling() {
    boolean first = !over;
    over = true;
    return first;
  }

  @Override
  public void close() {
    stopTelling();
    socket.hangUp();
  }
}
