package ghostwriter.testing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who talks to the server over HTTP: which headers go with every request, and which with
/// writes. Immutable; each `with…` gives a changed copy.
public final class Caller {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final URI server;
  private final Map<String, String> always;
  private final Map<String, String> withWrites;

  private Caller(URI server, Map<String, String> always, Map<String, String> withWrites) {
    this.server = server;
    this.always = Map.copyOf(always);
    this.withWrites = Map.copyOf(withWrites);
  }

  /// What came back.
  public record Answer(int status, Map<String, String> headers, String text) {
    public JsonNode json() {
      return JSON.readTree(text);
    }

    /// One header, its lines joined; empty where there is none.
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /// The sentence of a problem.
    public String detail() {
      return json().path("detail").asString("");
    }
  }

  /// Whoever has not signed in.
  public static Caller stranger(URI server) {
    return new Caller(server, Map.of(), Map.of("Origin", server.toString()));
  }

  public Caller withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /// Uses a one-time link up and goes on as a browser does: with both cookies, and with the token
  /// against forged requests on every write.
  public Caller signIn(String link) {
    Answer signedIn = post("/api/sign-in", "{\"link\":\"" + link + "\"}");
    Caller browser =
        with("Cookie", "ghostwriter_session=" + cookie(signedIn, "ghostwriter_session"));
    String token = cookie(browser.get("/api/me"), "XSRF-TOKEN");
    return browser
        .with("Cookie", browser.always.get("Cookie") + "; XSRF-TOKEN=" + token)
        .withOnWrites("X-XSRF-TOKEN", token);
  }

  private static String cookie(Answer answer, String name) {
    String line = answer.header("set-cookie");
    int start = line.indexOf(name + "=");
    if (start < 0) {
      throw new IllegalStateException("no cookie " + name + " with status " + answer.status());
    }
    return line.substring(start + name.length() + 1).split(";", 2)[0];
  }

  public Caller with(String header, @Nullable String value) {
    return new Caller(server, changed(always, header, value), withWrites);
  }

  /// @param value null takes the header away
  public Caller withOnWrites(String header, @Nullable String value) {
    return new Caller(server, always, changed(withWrites, header, value));
  }

  private static Map<String, String> changed(
      Map<String, String> headers, String name, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return changed;
  }

  public Answer get(String path) {
    return send("GET", path, "", BodyPublishers.noBody());
  }

  public Answer post(String path, String json) {
    return send("POST", path, "application/json", BodyPublishers.ofString(json));
  }

  public Answer put(String path, String json) {
    return send("PUT", path, "application/json", BodyPublishers.ofString(json));
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, "application/json", BodyPublishers.ofString(json));
  }

  public Answer post(String path, byte[] file) {
    return send("POST", path, "application/octet-stream", BodyPublishers.ofByteArray(file));
  }

  public Answer delete(String path) {
    return send("DELETE", path, "", BodyPublishers.noBody());
  }

  public Answer send(String method, String path, String contentType, BodyPublisher body) {
    HttpResponse<String> answer =
        exchange(
            request(method, path, contentType, body),
            BodyHandlers.ofString(StandardCharsets.UTF_8));
    Map<String, String> headers = new LinkedHashMap<>();
    answer.headers().map().forEach((name, lines) -> headers.put(name, String.join("\n", lines)));
    return new Answer(answer.statusCode(), headers, answer.body());
  }

  /// A stream that stays open until it is closed.
  public HttpResponse<InputStream> open(String path) {
    return exchange(
        request("GET", path, "", BodyPublishers.noBody()), BodyHandlers.ofInputStream());
  }

  /// Only how the server answers; the rest of a stream is not waited for.
  public int status(String path) {
    HttpResponse<InputStream> answer = open(path);
    try (InputStream _ = answer.body()) {
      return answer.statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest request(String method, String path, String contentType, BodyPublisher body) {
    var request = HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
    always.forEach(request::setHeader);
    if (!READS.contains(method)) {
      withWrites.forEach(request::setHeader);
    }
    if (!contentType.isEmpty()) {
      request.setHeader("Content-Type", contentType);
    }
    return request.method(method, body).build();
  }

  private static <T> HttpResponse<T> exchange(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return requireNonNull(HTTP.send(request, handler));
    } catch (IOException e) {
      throw new IllegalStateException(
          "no answer to " + request.method() + " " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
