package ghostwriter.realtime;

import ghostwriter.realtime.Entrance.Admission;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/// Where sockets end: puts frames together, hands them to their session, and lets sessions speak
/// through an [Outlet].
final class RealtimeEndpoint extends AbstractWebSocketHandler implements SubProtocolCapable {
  private static final CloseStatus BETA = new CloseStatus(4000, "beta_api_shape_disabled");
  private static final String BETA_EVENT =
      """
      {"type":"error","event_id":"event_beta","error":{"type":"invalid_request_error",\
      "code":"beta_api_shape_disabled","message":"The beta form of the protocol is not spoken; leave \
      the OpenAI-Beta header out.","param":null,"event_id":null}}\
      """;
  // Tomcat's name for how long a send may hang, in milliseconds.
  private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";
  private static final long PATIENCE = 10_000;

  private record Line(int id, FrameAssembler assembler, Optional<RealtimeSession> session) {}

  private final RealtimeSessions sessions;
  private final Limits limits;
  private final Supplier<Outlet> outlets;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  RealtimeEndpoint(RealtimeSessions sessions, Limits limits, Supplier<Outlet> outlets) {
    this.sessions = sessions;
    this.limits = limits;
    this.outlets = outlets;
  }

  @Override
  public List<String> getSubProtocols() {
    return List.of("realtime");
  }

  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    if (socket instanceof StandardWebSocketSession standard) {
      standard.getNativeSession().getUserProperties().put(SEND_TIMEOUT, PATIENCE);
    }
    var admission = Entrance.admission(socket.getAttributes());
    var outlet = admission instanceof Admission.Joins(_, var seat) ? seat : outlets.get();
    outlet.open(socket);
    var session = enter(admission, outlet);
    lines.put(
        socket.getId(), new Line(outlet.id(), new FrameAssembler(limits.frameBytes()), session));
  }

  private Optional<RealtimeSession> enter(Admission admission, Outlet outlet) {
    return switch (admission) {
      case Admission.Opens(var callId, var settings) -> {
        var session = sessions.begin(callId, settings, outlet);
        if (session.isEmpty()) {
          outlet.close(CloseStatus.SERVICE_OVERLOAD);
        }
        yield session;
      }
      case Admission.Joins(var session, _) -> Optional.of(session);
      case Admission.Beta _ -> {
        outlet.send(BETA_EVENT);
        outlet.close(BETA);
        yield Optional.empty();
      }
      case Admission.Refused _ -> throw new IllegalStateException("refused before the upgrade");
    };
  }

  @Override
  protected void handleTextMessage(WebSocketSession socket, TextMessage part) throws Exception {
    Line line = lines.get(socket.getId());
    if (line != null) {
      pass(socket, line, () -> line.assembler().text(part.getPayload(), part.isLast()));
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage part) throws Exception {
    Line line = lines.get(socket.getId());
    if (line != null) {
      pass(socket, line, () -> line.assembler().binary(part.getPayload(), part.isLast()));
    }
  }

  private static void pass(WebSocketSession socket, Line line, Supplier<Optional<String>> assembled)
      throws IOException, InterruptedException {
    try {
      var whole = assembled.get();
      if (whole.isPresent() && line.session().isPresent()) {
        line.session().get().receive(line.id(), whole.get());
      }
    } catch (FrameAssembler.TooLong tooLong) {
      socket.close(CloseStatus.TOO_BIG_TO_PROCESS);
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    Line line = lines.remove(socket.getId());
    if (line != null) {
      line.session().ifPresent(session -> session.leave(line.id()));
    }
  }
}
