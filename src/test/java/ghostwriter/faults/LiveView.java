package ghostwriter.faults;

import ghostwriter.testing.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody sees of a live session in a browser: the stream, opened again wherever it breaks
/// off.
final class LiveView implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration AGAIN = Duration.ofMillis(50);

  /// Something that was said, as it is shown.
  record Shown(String id, String role, String text, String state) {
    private static Shown of(JsonNode item) {
      return new Shown(
          item.path("itemId").asString(""),
          item.path("role").asString(""),
          item.path("text").asString(""),
          item.path("state").asString(""));
    }

    boolean isAnswer() {
      return role.equals("assistant") && state.equals("completed") && text.endsWith("?");
    }
  }

  private final Caller browser;
  private final String path;
  private final Thread reader;
  private volatile boolean closed;
  private volatile @Nullable InputStream open;

  /// Both guarded by `this`.
  private final List<Shown> items = new ArrayList<>();

  private String standing = "";

  LiveView(Caller browser, String path) {
    this.browser = browser;
    this.path = path;
    reader = Thread.ofVirtual().name("view").start(this::keepReading);
  }

  private void keepReading() {
    while (!closed) {
      try {
        read(browser.open(path + "/stream"));
      } catch (IOException | IllegalStateException brokenOff) {
        // As a browser does, it comes back.
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    }
  }

  private void read(HttpResponse<InputStream> stream) throws IOException {
    open = stream.body();
    try (var lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      String event = "";
      for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ") && stream.statusCode() == 200) {
          show(event, JSON.readTree(line.substring(6)));
        }
      }
    }
  }

  private synchronized void show(String event, JsonNode data) {
    switch (event) {
      case "snapshot" -> {
        items.clear();
        data.path("items").forEach(item -> items.add(Shown.of(item)));
        standing = data.path("session").path("standing").asString("");
      }
      case "session" -> standing = data.path("standing").asString("");
      default -> place(Shown.of(data), data.path("after").asString(""));
    }
    notifyAll();
  }

  private void place(Shown item, String after) {
    int known = indexOf(item.id());
    if (known >= 0) {
      items.set(known, item);
    } else {
      items.add(indexOf(after) + 1, item);
    }
  }

  private int indexOf(String id) {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /// Waits until an item is answered.
  void awaitAnswer(String item, Duration atMost) {
    await(
        "an answer to " + item,
        atMost,
        shown -> {
          int place = indexOf(item);
          return place >= 0
              && shown.subList(place, shown.size()).stream().anyMatch(Shown::isAnswer);
        });
  }

  /// Waits until the assistant has said something.
  void awaitGreeting(Duration atMost) {
    await("a greeting", atMost, shown -> shown.stream().anyMatch(Shown::isAnswer));
  }

  void awaitStanding(String wanted, Duration atMost) {
    await("standing " + wanted, atMost, _ -> standing.equals(wanted));
  }

  private synchronized void await(
      String what, Duration atMost, Function<List<Shown>, Boolean> state) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!state.apply(items)) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError(
            what
                + " did not come within "
                + atMost
                + "; it stands "
                + standing
                + " with "
                + last());
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Optional<Shown> last() {
    return items.isEmpty() ? Optional.empty() : Optional.of(items.getLast());
  }

  synchronized List<Shown> items() {
    return List.copyOf(items);
  }

  @Override
  public void close() {
    closed = true;
    InputStream stream = open;
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException gone) {
        // That was the point.
      }
    }
    LockSupport.unpark(reader);
  }
}
