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
import java.util.regex.Pattern;
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

  private static final Pattern TOKEN = Pattern.compile("[!-~]+");

  private final URI address;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /// @param token one that [#isToken] accepts
  Server(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /// Whether a text can be sent as a token at all: one word of visible ASCII.
  static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  /// @throws Stop.NoServer where nobody answers, or something else than Ghostwriter
  /// @throws Stop where it does not let this token in
  void requireAnswer() {
    if (!json(send(request("/api/me", GREETING).GET())).has("operator")) {
      throw Stop.other(address);
    }
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
      throw Stop.silent(address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Stop.interrupted();
    }
  }

  private Stop refused(HttpResponse<byte[]> response) {
    var answer = response.statusCode();
    var status = BAD_INPUT.contains(answer) ? 2 : 1;
    var detail = detail(response.body());
    if (detail.isEmpty()) {
      return Stop.wordless(address, answer, status);
    }
    if (answer == 401) {
      return Stop.failed("The server at %s does not accept the token.".formatted(address));
    }
    return status == 2 ? Stop.badInput(detail.get()) : Stop.failed(detail.get());
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
      throw Stop.other(address);
    }
  }
}
