package ghostwriter.realtime;

import ghostwriter.realtime.protocol.SessionSettings;
import ghostwriter.realtime.responder.WireIds;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Decides before the upgrade what a socket is to be: a session's first, a sideband, or nothing.
/// The answer names the call in its `Location`, as the answer to a call over HTTP does.
final class Entrance implements HandshakeInterceptor {
  private static final String ADMISSION = Entrance.class.getName();

  /// What a socket was let in for.
  sealed interface Admission {
    /// A session of its own.
    record Opens(String callId, SessionSettings settings) implements Admission {}

    /// A second socket on a session that lives. Its seat is taken before the upgrade is answered,
    /// so that it misses nothing that happens after.
    record Joins(RealtimeSession session, Outlet seat) implements Admission {}

    /// It speaks a form of the protocol that has been given up.
    record Beta() implements Admission {}

    /// It may not come in.
    record Refused(ApiError why) implements Admission {}
  }

  private final RealtimeSessions sessions;
  private final WireIds ids;
  private final Supplier<Outlet> outlets;

  Entrance(RealtimeSessions sessions, WireIds ids, Supplier<Outlet> outlets) {
    this.sessions = sessions;
    this.ids = ids;
    this.outlets = outlets;
  }

  static Admission admission(Map<String, Object> attributes) {
    return (Admission) Objects.requireNonNull(attributes.get(ADMISSION));
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws IOException {
    Admission admission = admit(((ServletServerHttpRequest) request).getServletRequest());
    if (admission instanceof Admission.Refused(var why)) {
      why.write(((ServletServerHttpResponse) response).getServletResponse());
      return false;
    }
    if (admission instanceof Admission.Opens(var callId, _)) {
      response.getHeaders().set(HttpHeaders.LOCATION, "/v1/realtime/calls/" + callId);
    }
    if (admission instanceof Admission.Joins(var session, var seat)) {
      session.join(seat);
    }
    attributes.put(ADMISSION, admission);
    ((ServletServerHttpRequest) request).getServletRequest().setAttribute(ADMISSION, admission);
    return true;
  }

  private Admission admit(HttpServletRequest request) {
    String model = request.getParameter("model");
    String call = request.getParameter("call_id");
    boolean one = (model == null) != (call == null);
    if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
      return refused("This address speaks WebSocket only; ask for an upgrade.", null);
    }
    if (!one || request.getParameter("intent") != null) {
      return refused("Name exactly one of 'model' and 'call_id'.", "model");
    }
    var caller = (Caller) Objects.requireNonNull(request.getUserPrincipal());
    return call == null
        ? opening(request, Objects.requireNonNull(model), caller)
        : joining(call, caller);
  }

  private Admission opening(HttpServletRequest request, String model, Caller caller) {
    if (model.isBlank()) {
      return refused("The 'model' must not be empty.", "model");
    }
    if (sessions.full()) {
      return new Admission.Refused(ApiError.FULL);
    }
    String beta = request.getHeader("OpenAI-Beta");
    if (beta != null && beta.contains("realtime=v1")) {
      return new Admission.Beta();
    }
    SessionSettings settings =
        caller
            .settings()
            .orElseGet(() -> SessionSettings.standard("", model, Instant.EPOCH))
            .begun("", model, Instant.EPOCH);
    return new Admission.Opens(ids.next("rtc"), settings);
  }

  // A client secret opens no sideband: the hosted service refuses that in the same way.
  private Admission joining(String call, Caller caller) {
    return sessions
        .find(call)
        .filter(_ -> caller.isOwner())
        .<Admission>map(session -> new Admission.Joins(session, outlets.get()))
        .orElseGet(() -> new Admission.Refused(ApiError.NO_CALL));
  }

  private static Admission refused(String sentence, @Nullable String param) {
    return new Admission.Refused(ApiError.bad(sentence, param));
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {
    var servlet = ((ServletServerHttpRequest) request).getServletRequest();
    boolean upgraded =
        ((ServletServerHttpResponse) response).getServletResponse().getStatus()
            == HttpStatus.SWITCHING_PROTOCOLS.value();
    if (!upgraded
        && servlet.getAttribute(ADMISSION) instanceof Admission.Joins(var session, var seat)) {
      session.leave(seat.id());
    }
  }
}
