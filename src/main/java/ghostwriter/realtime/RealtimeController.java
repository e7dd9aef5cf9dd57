package ghostwriter.realtime;

import ghostwriter.realtime.protocol.ProtocolError;
import ghostwriter.realtime.protocol.SessionSettings;
import ghostwriter.realtime.responder.WireIds;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What of the protocol goes over HTTP. Bodies are read as text, so that every refusal has the
/// protocol's own form.
@RestController
@RequestMapping("/v1")
class RealtimeController {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String STANDARD_MODEL = "ghostwriter-interviewer";
  private static final int STANDARD_LIFE = 600;
  private static final int SHORTEST_LIFE = 10;
  private static final int LONGEST_LIFE = 7200;

  private final EngineKeys keys;
  private final RealtimeSessions sessions;
  private final WireIds ids;

  RealtimeController(EngineKeys keys, RealtimeSessions sessions, WireIds ids) {
    this.keys = keys;
    this.sessions = sessions;
    this.ids = ids;
  }

  @PostMapping("/realtime/client_secrets")
  ResponseEntity<Object> makeSecret(
      Caller caller, @RequestBody(required = false) @Nullable String body) {
    if (!caller.isOwner()) {
      return ApiError.NO_KEY.entity();
    }
    Optional<JsonNode> asked = json(body);
    if (asked.isEmpty()) {
      return ApiError.bad("The body is not a JSON object.", null).entity();
    }
    try {
      return mint(asked.get());
    } catch (ProtocolError refused) {
      return new ApiError(
              HttpStatus.BAD_REQUEST, refused.getMessage(), refused.code(), refused.param())
          .entity();
    }
  }

  private static Optional<JsonNode> json(@Nullable String body) {
    try {
      return Optional.of(JSON.readTree(body == null || body.isBlank() ? "{}" : body))
          .filter(JsonNode::isObject);
    } catch (JacksonException none) {
      return Optional.empty();
    }
  }

  private ResponseEntity<Object> mint(JsonNode asked) {
    JsonNode seconds = asked.path("expires_after").path("seconds");
    int life = seconds.isMissingNode() ? STANDARD_LIFE : seconds.asInt(0);
    if (life < SHORTEST_LIFE || life > LONGEST_LIFE) {
      return ApiError.bad(
              "Invalid value for 'expires_after.seconds': expected 10 to 7200.",
              "expires_after.seconds")
          .entity();
    }
    SessionSettings settings = settings(asked.path("session"));
    return keys.mint(settings, Duration.ofSeconds(life))
        .<ResponseEntity<Object>>map(minted ->
            ResponseEntity.ok(
                Map.of(
                    "value", minted.value(),
                    "expires_at", minted.expires().getEpochSecond(),
                    "session", settings.toJson())))
        .orElseGet(ApiError.FULL::entity);
  }

  private SessionSettings settings(JsonNode asked) {
    String model = asked.path("model").asString(STANDARD_MODEL);
    var standard = SessionSettings.standard(ids.next("sess"), model, Instant.EPOCH);
    return asked.isMissingNode() ? standard : standard.with(asked);
  }

  @PostMapping("/realtime/calls")
  ResponseEntity<Object> call() {
    return new ApiError(
            HttpStatus.NOT_IMPLEMENTED,
            "This engine takes no WebRTC calls; open a WebSocket at /v1/realtime?model=… instead.",
            "not_implemented",
            null)
        .entity();
  }

  @PostMapping("/realtime/calls/{callId}/hangup")
  ResponseEntity<Object> hangUp(Caller caller, @PathVariable String callId) {
    Optional<RealtimeSession> session = sessions.find(callId).filter(_ -> caller.isOwner());
    session.ifPresent(RealtimeSession::hangUp);
    return session.isPresent() ? ResponseEntity.ok().build() : ApiError.NO_CALL.entity();
  }

  @RequestMapping("/**")
  ResponseEntity<Object> unknown() {
    return new ApiError(HttpStatus.NOT_FOUND, "Unknown request URL.", "unknown_url", null).entity();
  }
}
