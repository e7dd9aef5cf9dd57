import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ghostwriter.vocabulary.ProjectId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who types, over HTTP as a browser does: one stream that shows the talk, and a request for what is said.
final class Client {
  /// An answer of the assistant's.
  ///
  /// @param accepted when the server had taken what was typed
  /// @param delay from then until the client saw the whole answer
  record Reply(Instant accepted, Duration delay) {}

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http;
  private final URI address;
  private final String token;
  private final String session;
  private final Story story = new Story();
  private final BlockingQueue<Long> answers = new LinkedBlockingQueue<>();

  private Client(HttpClient http, URI address, String token, String session) {
    this.http = http;
    this.address = address;
    this.token = token;
    this.session = session;
  }

  /// Begins a session and waits until it has been greeted.
  static Client begin(HttpClient http, URI address, String token, ProjectId project) throws Exception {
    String begun =
        send(http, post(address, token, "/api/sessions", "{\"projectId\": \"" + project + "\"}"), 201);
    var client = new Client(http, address, token, JSON.readTree(begun).path("id").asString());
    Thread.ofVirtual().start(client::watch);
    client.awaitAnswer();
    return client;
  }

  private void watch() {
    HttpRequest stream =
        HttpRequest.newBuilder(address.resolve("/api/sessions/" + session + "/stream"))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<Stream<String>> response = http.send(stream, BodyHandlers.ofLines());
      response.body().filter(line -> line.startsWith("data:")).forEach(this::see);
    } catch (IOException | java.io.UncheckedIOException | InterruptedException over) {
      // The server has stopped.
    }
  }

  private void see(String line) {
    if (line.contains("\"assistant\"")) {
      JsonNode data = JSON.readTree(line.substring("data:".length()));
      Stream<JsonNode> items = data.has("items") ? data.path("items").valueStream() : Stream.of(data);
      items.filter(Client::isWholeAnswer).forEach(_ -> answers.add(System.nanoTime()));
    }
  }

  private static boolean isWholeAnswer(JsonNode item) {
    return item.path("role").asString("").equals("assistant") && item.path("state").asString("").equals("completed");
  }

  private Optional<Long> awaitAnswer() throws InterruptedException {
    return Optional.ofNullable(answers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
  }

  /// Talks at even intervals for ever.
  ///
  /// @param heard told of every reply
  void talk(Duration every, Consumer<Reply> heard) {
    long next = System.nanoTime() + ThreadLocalRandom.current().nextLong(every.toNanos());
    try {
      while (true) {
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        next += every.toNanos();
        say(story.next()).ifPresent(heard);
      }
    } catch (InterruptedException | IOException over) {
      // The measurement has ended.
    }
  }

  private Optional<Reply> say(String words) throws IOException, InterruptedException {
    // What the assistant has said in between by itself, of a draft, is no reply to this.
    answers.clear();
    String body = JSON.createObjectNode().put("key", UUID.randomUUID().toString()).put("text", words).toString();
    send(http, post(address, token, "/api/sessions/" + session + "/words", body), 202);
    long accepted = System.nanoTime();
    Instant at = Instant.now();
    return awaitAnswer().map(seen -> new Reply(at, Duration.ofNanos(Math.max(0, seen - accepted))));
  }

  private static HttpRequest post(URI address, String token, String path, String body) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String send(HttpClient http, HttpRequest request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IOException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
