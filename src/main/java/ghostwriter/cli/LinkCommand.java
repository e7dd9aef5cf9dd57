package ghostwriter.cli;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `./ghostwriter link`: a new one-time sign-in link of the running server, for the operator or for
/// a member of one project.
final class LinkCommand {
  private static final Set<String> OPTIONS = Set.of("--name", "--project", "--role");
  private static final Set<String> ROLES = Set.of("author", "reviewer");

  private final Terminal terminal;
  private final Map<String, String> environment;

  LinkCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  void run(List<String> typed) {
    var arguments = Arguments.parse(typed, OPTIONS);
    check(arguments);
    var reception = new Reception(arguments, Site.of(arguments, environment), terminal);
    try (var visit = reception.findRunning()) {
      var link = visit.server().post("/api/links", request(arguments, visit.server()));
      var url = link.path("url").asString("");
      var expires = link.path("expiresAt").asString("");
      if (arguments.json()) {
        var object = new LinkedHashMap<String, String>();
        object.put("url", url);
        object.put("expiresAt", expires);
        terminal.result(Json.write(object));
      } else {
        terminal.result((url + "\n").getBytes(StandardCharsets.UTF_8));
        terminal.tell("Good for one sign-in until " + expires + ".");
      }
    }
  }

  private static void check(Arguments arguments) {
    if (!arguments.words().isEmpty()) {
      throw Stop.badInput("link takes options only; see ./ghostwriter help.");
    }
    if (arguments.has("--project") != arguments.has("--role")) {
      throw Stop.badInput("--project and --role belong together: the role is one in that project.");
    }
    if (arguments.has("--project") && !arguments.has("--name")) {
      throw Stop.badInput("Say with --name whom the link to the project is for.");
    }
    arguments
        .one("--role")
        .filter(role -> !ROLES.contains(role))
        .ifPresent(_ -> {
          throw Stop.badInput("--role is author or reviewer.");
        });
  }

  /// Without a name the link is for the person whose token this is.
  private static Map<String, String> request(Arguments arguments, Server server) {
    var request = new LinkedHashMap<String, String>();
    request.put(
        "name",
        arguments.one("--name").orElseGet(() -> server.get("/api/me").path("name").asString("")));
    arguments.one("--project").ifPresent(project -> request.put("projectId", project));
    arguments.one("--role").ifPresent(role -> request.put("role", role));
    return request;
  }
}
