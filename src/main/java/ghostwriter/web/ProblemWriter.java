package ghostwriter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/// Writes a problem from where no controller has been reached yet.
final class ProblemWriter {
  private static final JsonMapper JSON = new JsonMapper();

  private ProblemWriter() {}

  static void write(HttpServletResponse response, HttpStatus status, String sentence)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write(JSON.writeValueAsString(ProblemDetail.forStatusAndDetail(status, sentence)));
  }
}
