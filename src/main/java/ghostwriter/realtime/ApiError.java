package ghostwriter.realtime;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// A refusal over HTTP, in the form official clients read.
///
/// @param code a word for programs; null where there is none
/// @param param which parameter was wrong; empty where none was
record ApiError(HttpStatus status, String message, @Nullable String code, @Nullable String param) {
  private static final JsonMapper JSON = new JsonMapper();

  static final ApiError NO_KEY =
      new ApiError(
          HttpStatus.UNAUTHORIZED,
          "No valid key was shown; send the engine's key as a bearer token.",
          "invalid_api_key",
          null);
  static final ApiError NO_CALL =
      new ApiError(
          HttpStatus.NOT_FOUND,
          "No session found for the provided call_id",
          "call_id_not_found",
          "");
  static final ApiError FULL =
      new ApiError(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The engine has as many sessions as it can hold; try again later.",
          "server_is_overloaded",
          null);

  static ApiError bad(String message, @Nullable String param) {
    return new ApiError(HttpStatus.BAD_REQUEST, message, "invalid_value", param);
  }

  private Map<String, @Nullable Object> body() {
    Map<String, @Nullable Object> error = new HashMap<>();
    error.put("message", message);
    error.put("type", status.is5xxServerError() ? "server_error" : "invalid_request_error");
    error.put("code", code);
    error.put("param", param);
    return Map.of("error", error);
  }

  ResponseEntity<Object> entity() {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body());
  }

  void write(HttpServletResponse response) throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getWriter().write(JSON.writeValueAsString(body()));
  }
}
