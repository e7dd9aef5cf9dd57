package ghostwriter.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who listens to a project's feed over HTTP, one event after the other.
public final class FeedViewer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BufferedReader lines;
  private long deadline;

  private FeedViewer(BufferedReader lines) {
    this.lines = lines;
  }

  /// One server-sent event; `id` is empty where it has none.
  public record Frame(String id, String event, JsonNode data) {}

  public static FeedViewer of(Caller caller, String path) {
    HttpResponse<InputStream> answer = caller.open(path);
    String type = answer.headers().firstValue("content-type").orElse("");
    if (answer.statusCode() != 200 || !type.startsWith("text/event-stream")) {
      throw new AssertionError("no stream but " + answer.statusCode() + " " + type);
    }
    return new FeedViewer(
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
  }

  /// The next event, heartbeats passed over.
  public Frame next() {
    deadline = System.nanoTime() + PATIENCE.toNanos();
    String id = "";
    String event = "";
    for (String line = line(); line != null; line = line()) {
      if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        event = line.substring(7);
      } else if (line.startsWith("data: ")) {
        return new Frame(id, event, JSON.readTree(line.substring(6)));
      }
    }
    throw new AssertionError("the stream has ended");
  }

  /// The next event of a kind, the others passed over.
  public Frame next(String kind) {
    Frame frame = next();
    while (!frame.event().equals(kind)) {
      frame = next();
    }
    return frame;
  }

  /// True when the stream ends without another event.
  public boolean endsHere() {
    deadline = System.nanoTime() + PATIENCE.toNanos();
    for (String line = line(); line != null; line = line()) {
      if (line.startsWith("data:")) {
        return false;
      }
    }
    return true;
  }

  /// Heartbeats come at least every quarter of a minute, so the deadline is looked at.
  private @Nullable String line() {
    try {
      String line = lines.readLine();
      if (line != null && System.nanoTime() > deadline) {
        throw new AssertionError("what was waited for did not come within " + PATIENCE);
      }
      return line;
    } catch (IOException cutOff) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
