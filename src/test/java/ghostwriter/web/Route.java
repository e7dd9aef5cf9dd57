package ghostwriter.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.RunningServer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// One route of the application, as the application itself knows it.
record Route(String method, String pattern) {
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          entry(
              "POST /api/sign-in",
              """
              {"link": "unknown"}\
              """),
          entry(
              "POST /api/links",
              """
              {"name": "Rosa", "projectId": "$project", "role": "reviewer"}\
              """),
          entry(
              "POST /api/projects",
              """
              {"title": "Another", "kind": "memoir", "language": "en"}\
              """),
          entry(
              "POST /api/projects/{project}/todos/{todo}",
              """
              {"status": "done"}\
              """),
          entry(
              "POST /api/projects/{project}/jobs",
              """
              {"urgency": "low", "summary": "Go on.", "length": 600}\
              """),
          entry(
              "POST /api/projects/{project}/document/edits",
              """
              {"edits": [{"type": "replace", "blockId": "$block", "markdown": "Anew."}]}\
              """),
          entry(
              "POST /api/sessions",
              """
              {"projectId": "$project"}\
              """),
          entry(
              "POST /api/sessions/{session}/words",
              """
              {"key": "key-1", "text": "I was born in Oslo."}\
              """),
          entry(
              "PUT /api/sessions/{session}/draft",
              """
              {"text": "I was bo"}\
              """),
          entry(
              "POST /api/projects/{project}/transcript/items/{session}/{item}/correction",
              """
              {"text": "I was born in Oslo.", "revision": 1}\
              """),
          entry(
              "POST /api/projects/{project}/document/restore",
              """
              {"version": 1}\
              """),
          entry(
              "POST /api/projects/{project}/document/sections/{section}/refine",
              """
              {"instruction": "Make it shorter."}\
              """),
          entry(
              "POST /api/projects/{project}/document/proposals/{proposal}/accept",
              """
              {"markdown": null}\
              """),
          entry(
              "PATCH /api/projects/{project}/document/sections/{section}",
              """
              {"state": "approved", "locked": true}\
              """));

  private static final String ENGINE = "/v1/";

  /// All that people take.
  static List<Route> all(RunningServer server) {
    return every(server).filter(route -> !route.pattern().startsWith(ENGINE)).toList();
  }

  /// Those of the built-in engine, which has a key of its own.
  static List<Route> ofTheEngine(RunningServer server) {
    return every(server).filter(route -> route.pattern().startsWith(ENGINE)).toList();
  }

  // All but the page that Spring shows for errors.
  private static Stream<Route> every(RunningServer server) {
    var mapping = server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    return mapping.getHandlerMethods().keySet().stream()
        .flatMap(Route::of)
        .filter(route -> !route.pattern().equals("/error"))
        .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method));
  }

  private static Stream<Route> of(RequestMappingInfo info) {
    var methods = info.getMethodsCondition().getMethods();
    return info.getPatternValues().stream()
        .flatMap(pattern ->
            methods.isEmpty()
                ? Stream.of(new Route("ANY", pattern))
                : methods.stream().map(method -> new Route(method.name(), pattern)));
  }

  boolean writes() {
    return !method.equals("GET");
  }

  boolean takesJson() {
    return BODIES.containsKey(toString());
  }

  /// A book in which the route finds what it needs: a job that waits, or one that was withdrawn.
  Book bookOn(RunningServer server) {
    Book book = Book.on(server);
    if (pattern.contains("{job}")) {
      server.operator().post(book.path() + "/jobs", "{\"urgency\": \"low\"}");
    }
    if (pattern.endsWith("/retry")) {
      server.operator().post("/api/queue/jobs/" + book.job() + "/cancel", "");
    }
    return book;
  }

  /// The path with a book's own ids in it.
  String path(Book book) {
    String path =
        pattern
            .replace("{project}", book.id().toString())
            .replace("{block}", book.block())
            .replace("{section}", book.section())
            .replace("/sessions/{session}", "/sessions/" + book.talk())
            .replace("{session}", book.session().toString())
            .replace("{item}", "imported_1")
            .replace("{todo}", book.todo().toString())
            .replace("{proposal}", book.proposal().toString())
            .replace("{number}", "1")
            .replace("{job}", book.job())
            .replace("{callId}", "rtc_unknown")
            .replace("**", "anything");
    if (path.endsWith("/search")) {
      return path + "?q=born";
    }
    if (path.endsWith("/diff")) {
      return path + "?from=1&to=2";
    }
    return path.equals("/api/recordings")
        ? path + "?fileName=talk.txt&kind=memoir&projectId=" + book.id()
        : path;
  }

  /// What this route takes when all is well; empty where it takes no JSON.
  String body(Book book) {
    return BODIES
        .getOrDefault(toString(), "")
        .replace("$project", book.id().toString())
        .replace("$block", book.block());
  }

  /// The status of a request that makes sense.
  int ask(Caller caller, Book book) {
    if (pattern.endsWith("/feed") || pattern.endsWith("/stream")) {
      return caller.status(path(book));
    }
    return switch (method) {
      case "GET" -> caller.get(path(book)).status();
      case "DELETE" -> caller.delete(path(book)).status();
      default -> post(caller, book).status();
    };
  }

  private Caller.Answer post(Caller caller, Book book) {
    return pattern.equals("/api/recordings")
        ? caller.post(path(book), "Rosa: I was born in Bergen in 1951.".getBytes(UTF_8))
        : post(caller, book, body(book));
  }

  Caller.Answer post(Caller caller, Book book, String body) {
    Caller matching = caller.with("If-Match", "\"" + book.version() + "\"");
    return switch (method) {
      case "PUT" -> matching.put(path(book), body);
      case "PATCH" -> matching.patch(path(book), body);
      default -> matching.post(path(book), body);
    };
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
