package ghostwriter.realtime;

import ghostwriter.realtime.protocol.Dialogue;
import ghostwriter.realtime.protocol.SessionSettings;
import ghostwriter.realtime.responder.Responder;
import ghostwriter.realtime.responder.WireIds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/// The sessions that live, by their call ids.
final class RealtimeSessions implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(RealtimeSessions.class);

  private final Map<String, RealtimeSession> living = new ConcurrentHashMap<>();
  private final Responder responder;
  private final WireIds ids;
  private final Limits limits;
  private final InstantSource clock;

  RealtimeSessions(Responder responder, WireIds ids, Limits limits, InstantSource clock) {
    this.responder = responder;
    this.ids = ids;
    this.limits = limits;
    this.clock = clock;
  }

  boolean full() {
    return living.size() >= limits.sessions();
  }

  Optional<RealtimeSession> find(String callId) {
    return Optional.ofNullable(living.get(callId));
  }

  /// Begins a session on a thread of its own; empty where there is no room.
  Optional<RealtimeSession> begin(String callId, SessionSettings settings, Outlet first) {
    if (full()) {
      return Optional.empty();
    }
    String id = ids.next("sess");
    Instant end = clock.instant().plus(limits.length());
    var dialogue =
        new Dialogue(settings.begun(id, settings.model(), end), limits.length().toMinutes(), ids);
    var session = new RealtimeSession(callId, dialogue, responder, first, limits);
    living.put(callId, session);
    LOG.atInfo().addKeyValue("call", callId).addKeyValue("session", id).log("session begun");
    Thread.ofVirtual().name(callId).start(() -> live(session));
    return Optional.of(session);
  }

  private void live(RealtimeSession session) {
    try {
      session.live();
    } finally {
      living.remove(session.callId());
      LOG.atInfo().addKeyValue("call", session.callId()).log("session over");
    }
  }

  @Override
  public void destroy() {
    living.values().forEach(RealtimeSession::hangUp);
  }
}
