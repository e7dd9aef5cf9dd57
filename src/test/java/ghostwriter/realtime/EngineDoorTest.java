package ghostwriter.realtime;

import static ghostwriter.realtime.TestEngine.KEY;
import static ghostwriter.realtime.TestEngine.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EngineDoorTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final TestEngine engine = TestEngine.shared();

  @Test
  void withoutAKeyThereIsNoUpgrade() {
    for (Map<String, String> headers :
        java.util.List.of(
            Map.<String, String>of(),
            bearer("sk-wrong"),
            Map.of("Authorization", "Basic " + KEY),
            Map.of("Cookie", "ghostwriter_session=" + KEY))) {
      try (Wire wire = engine.open("?model=test", headers)) {
        assertThat(wire.status()).isEqualTo(401);
        JsonNode error = wire.body().path("error");
        assertThat(error.path("type").asString()).isEqualTo("invalid_request_error");
        assertThat(error.path("code").asString()).isEqualTo("invalid_api_key");
        assertThat(error.has("param")).isTrue();
      }
    }
  }

  @Test
  void theKeyMayComeAsABrowsersSubprotocolAndRealtimeIsAnswered() {
    var browser = Map.of("Sec-WebSocket-Protocol", "realtime, openai-insecure-api-key." + KEY);
    try (Wire wire = engine.open("?model=test", browser)) {
      assertThat(wire.status()).isEqualTo(101);
      assertThat(wire.header("Sec-WebSocket-Protocol")).isEqualTo("realtime");
      wire.expect("session.created");
    }
  }

  @Test
  void aSocketNamesExactlyOneOfModelAndCall() {
    for (String query :
        java.util.List.of("", "?model=a&call_id=b", "?intent=transcription", "?model=")) {
      try (Wire wire = engine.open(query, bearer(KEY))) {
        assertThat(wire.status()).as(query).isEqualTo(400);
        assertThat(wire.body().path("error").path("message").asString()).isNotEmpty();
      }
    }
  }

  @Test
  void anUnknownCallIsRefusedBeforeTheUpgradeInTheDocumentedForm() {
    try (Wire wire = engine.open("?call_id=rtc_nobody", bearer(KEY))) {
      assertThat(wire.status()).isEqualTo(404);
      assertThat(wire.body())
          .isEqualTo(
              JSON.readTree(
                  """
                  {"error": {"message": "No session found for the provided call_id",
                             "type": "invalid_request_error", "code": "call_id_not_found", "param": ""}}
                  """));
    }
  }

  @Test
  void theBetaFormIsRefusedWithItsCodeAndClosed() {
    var headers = Map.of("Authorization", "Bearer " + KEY, "OpenAI-Beta", "realtime=v1");
    try (Wire wire = engine.open("?model=test", headers)) {
      assertThat(wire.expect("error").path("error").path("code").asString())
          .isEqualTo("beta_api_shape_disabled");
      assertThat(wire.closeCode()).isEqualTo(4000);
    }
  }

  @Test
  void aPlainRequestIsToldToUpgrade() {
    var answer =
        engine.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + engine.port + "/v1/realtime?model=test"))
                .header("Authorization", "Bearer " + KEY));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).path("error").path("message").asString())
        .contains("WebSocket");
  }

  @Test
  void aSidebandSeesEverythingButTheBeginning() {
    try (Wire first = engine.session();
        Wire side = engine.open("?call_id=" + first.callId(), bearer(KEY))) {
      assertThat(first.callId()).startsWith("rtc_");
      assertThat(side.status()).isEqualTo(101);
      side.send(
          "{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"instructions\":\"x\"}}");
      JsonNode updated = side.expect("session.updated");
      assertThat(first.expect("session.updated")).isEqualTo(updated);

      first.send(ItemEventsTest.user("hello")).send("{\"type\":\"response.create\"}");
      assertThat(side.until("response.done")).isEqualTo(first.until("response.done"));
    }
  }

  @Test
  void anErrorGoesToTheSocketThatCausedIt() {
    try (Wire first = engine.session();
        Wire side = engine.open("?call_id=" + first.callId(), bearer(KEY))) {
      side.send("{\"type\":\"input_audio_buffer.clear\"}").send("{\"type\":\"nonsense\"}");
      side.expect("input_audio_buffer.cleared");
      side.expect("error");
      side.send("{\"type\":\"input_audio_buffer.clear\"}");

      first.expect("input_audio_buffer.cleared");
      first.expect("input_audio_buffer.cleared");
    }
  }

  @Test
  void aSidebandMayLeaveAndTheSessionEndsWithItsFirstSocket() {
    try (Wire first = engine.session();
        Wire side = engine.open("?call_id=" + first.callId(), bearer(KEY));
        Wire other = engine.open("?call_id=" + first.callId(), bearer(KEY))) {
      side.drop();
      first.send("{\"type\":\"input_audio_buffer.clear\"}");
      other.expect("input_audio_buffer.cleared");

      first.drop();
      assertThat(other.closeCode()).isEqualTo(1000);
    }
  }

  @Test
  void hangingUpEndsTheSession() {
    try (Wire wire = engine.session()) {
      String path = "/v1/realtime/calls/" + wire.callId() + "/hangup";

      HttpResponse<String> answer = engine.post(path, "", "Authorization", "Bearer " + KEY);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
      assertThat(wire.closeCode()).isEqualTo(1000);
    }
    HttpResponse<String> unknown =
        engine.post("/v1/realtime/calls/rtc_x/hangup", "", "Authorization", "Bearer " + KEY);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("call_id_not_found");
  }

  @Test
  void aClientSecretEchoesTheMergedSessionAndOpensOne() {
    HttpResponse<String> answer =
        secret(
            """
            {"expires_after": {"anchor": "created_at", "seconds": 10},
             "session": {"type": "realtime", "model": "m", "instructions": "Two words.",
                         "audio": {"output": {"voice": "marin"}}}}
            """);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode made = JSON.readTree(answer.body());
    String value = made.path("value").asString();
    assertThat(value).startsWith("ek_");
    assertThat(made.path("expires_at").asLong() - java.time.Instant.now().getEpochSecond())
        .isBetween(5L, 10L);
    assertThat(made.path("session").path("instructions").asString()).isEqualTo("Two words.");
    assertThat(made.path("session").path("audio").path("output").path("voice").asString())
        .isEqualTo("marin");
    assertThat(made.path("session").path("tool_choice").asString()).isEqualTo("auto");

    for (int i = 0; i < 2; i++) {
      try (Wire wire = engine.open("?model=m", bearer(value))) {
        assertThat(wire.expect("session.created").path("session").path("instructions").asString())
            .isEqualTo("Two words.");
      }
    }
  }

  @Test
  void aClientSecretOpensNothingButSessions() {
    String value = JSON.readTree(secret("{}").body()).path("value").asString();

    assertThat(
            engine
                .post("/v1/realtime/client_secrets", "{}", "Authorization", "Bearer " + value)
                .statusCode())
        .isEqualTo(401);
    try (Wire wire = engine.session();
        Wire side = engine.open("?call_id=" + wire.callId(), bearer(value))) {
      assertThat(side.status()).isEqualTo(404);
    }
  }

  @Test
  void aClientSecretLivesFromTenSecondsToTwoHours() {
    for (String seconds : java.util.List.of("9", "7201", "\"long\"", "-1")) {
      HttpResponse<String> answer =
          secret("{\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":" + seconds + "}}");
      assertThat(answer.statusCode()).as(seconds).isEqualTo(400);
      assertThat(answer.body()).contains("expires_after.seconds");
    }
    assertThat(secret("{\"session\":{\"type\":\"realtime\",\"voice\":\"x\"}}").body())
        .contains("unknown_parameter", "session.voice");
    assertThat(secret("nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void callsOverWebRtcAreRefusedWithOneSentence() {
    HttpResponse<String> answer =
        engine.post(
            "/v1/realtime/calls",
            "v=0",
            "Authorization",
            "Bearer " + KEY,
            "Content-Type",
            "application/sdp");

    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(JSON.readTree(answer.body()).path("error").path("message").asString())
        .contains("WebSocket");
  }

  @Test
  void otherAddressesAreUnknownInTheProtocolsForm() {
    HttpResponse<String> known = engine.post("/v1/models", "", "Authorization", "Bearer " + KEY);
    HttpResponse<String> stranger = engine.post("/v1/models", "");

    assertThat(known.statusCode()).isEqualTo(404);
    assertThat(known.body()).contains("\"error\"", "invalid_request_error");
    assertThat(stranger.statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> secret(String body) {
    return engine.post(
        "/v1/realtime/client_secrets",
        body,
        "Authorization",
        "Bearer " + KEY,
        "Content-Type",
        "application/json");
  }
}
