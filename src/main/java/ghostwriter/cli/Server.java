package ghostwriter.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A server's HTTP interface, as far as the command line needs it.
final class Server {
  private static final Duration GREETING = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /// A large recording is read and stored before the answer comes.
  private static final Duration IMPORT = Duration.ofMinutes(5);

  /// Answers that say the request was wrong, not the server.
  private static final Set<Integer> BAD_INPUT = Set.of(400, 404, 409, 413, 415, 422);

  private final URI address;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Server(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  URI address() {
    return address;
  }

  /// @throws Stop where nobody answers, or somebody who does not let this token in
  void requireAnswer() {
    json(send(request("/api/me", GREETING).GET()));
  }

  JsonNode get(String path) {
    return json(send(request(path, ANSWER).GET()));
  }

  byte[] bytes(String path) {
    return send(request(path, ANSWER).GET());
  }

  JsonNode post(String path, Map<String, ?> body) {
    return json(
        send(
            request(path, ANSWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.write(body)))));
  }

  JsonNode postFile(String path, Path file) {
    return json(
        send(
            request(path, IMPORT)
                .header("Content-Type", "application/octet-stream")
                .POST(contentOf(file))));
  }

  void delete(String path) {
    send(request(path, ANSWER).DELETE());
  }

  private static BodyPublisher contentOf(Path file) {
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw Stop.badInput("The file %s cannot be read.".formatted(file));
    }
  }

  private HttpRequest.Builder request(String path, Duration patience) {
    return HttpRequest.newBuilder(URI.create(address.toString().replaceFirst("/+$", "") + path))
        .timeout(patience)
        .header("Accept", "application/json, application/problem+json, text/markdown")
        .header("Authorization", "Bearer " + token);
  }

  private byte[] send(HttpRequest.Builder request) {
    try {
      var response = client.send(request.build(), BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 == 2) {
        return response.body();
      }
      throw refused(response);
    } catch (IOException e) {
      throw new Stop.NoAnswer(address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Stop.interrupted();
    }
  }

  private Stop refused(HttpResponse<byte[]> response) {
    var status = response.statusCode();
    if (status == 401) {
      return Stop.failed("The server at %s does not accept the token.".formatted(address));
    }
    var sentence =
        detail(response.body())
            .orElse("The server at %s answered with status %d.".formatted(address, status));
    return BAD_INPUT.contains(status) ? Stop.badInput(sentence) : Stop.failed(sentence);
  }

  private static Optional<String> detail(byte[] body) {
    try {
      var detail = Json.read(body).path("detail").asString("");
      return Optional.of(detail.replaceAll("\\s+", " ").strip()).filter(text -> !text.isEmpty());
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  private JsonNode json(byte[] body) {
    try {
      return Json.read(body);
    } catch (JacksonException e) {
      throw Stop.failed("What answers at %s is not Ghostwriter.".formatted(address));
    }
  }
}
