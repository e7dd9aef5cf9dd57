package ghostwriter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/// One pass through the main job over HTTP. Java notes which classes it takes (JEP 514), so that
/// later starts are faster.
final class TrainingRun {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CONVERSATION =
      """
      Interviewer: Where did it begin?
      Client: I was born in Bergen in 1951. My father built boats, and my mother kept the books of the yard.
      """;

  private final URI server;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();

  TrainingRun(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  void go() {
    get("/");
    String imported =
        send(
            request("/api/recordings?fileName=training.txt&kind=memoir&client=Client")
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(CONVERSATION)));
    String project = imported.replaceAll("(?s).*\"projectId\":\"([^\"]+)\".*", "$1");
    awaitDraft("/api/projects/" + project);
    get("/api/projects/" + project + "/document");
    get("/api/projects/" + project + "/transcript");
    get("/api/projects/" + project + "/export/markdown");
  }

  private void awaitDraft(String project) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end) && !get(project + "/jobs").contains("\"complete\"")) {
      Thread.onSpinWait();
    }
  }

  private String get(String path) {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new IllegalStateException("the training run could not reach its own server", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
