package ghostwriter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.http.MediaType;

/// An answer of server-sent events (WHATWG HTML, section 9.2). Used by one thread.
final class EventStream {
  private final PrintWriter out;

  EventStream(HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("X-Accel-Buffering", "no");
    out = response.getWriter();
  }

  /// Flushes. A writer whose reader is gone tells it only then.
  boolean isThere() {
    return !out.checkError();
  }

  /// @param data one line of JSON
  void event(String kind, String data) {
    out.write("event: " + kind + "\ndata: " + data + "\n\n");
  }

  /// @param id where a reader that comes back goes on
  void event(long id, String kind, String data) {
    out.write("id: " + id + "\n");
    event(kind, data);
  }

  /// Says nothing, so that proxies keep the connection and a lost reader is noticed.
  void beat() {
    out.write(":\n\n");
  }
}
