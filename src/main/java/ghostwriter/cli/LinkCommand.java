package ghostwriter.cli;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `./ghostwriter link`: a new one-time sign-in link of the running server, for the person whose
/// token it is, for a member of one project, or for another operator.
final class LinkCommand {
  private static final Set<String> OPTIONS = Set.of("--name", "--project", "--role");
  private static final String OPERATOR = "operator";
  private static final Set<String> ROLES = Set.of("author", "reviewer", OPERATOR);

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
      var link = visit.server().post("/api/links", request(arguments));
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
    var role = arguments.one("--role").orElse("");
    if (!role.isEmpty() && !ROLES.contains(role)) {
      throw Stop.badInput("--role is author, reviewer or operator.");
    }
    if (!arguments.has("--name") && (arguments.has("--project") || arguments.has("--role"))) {
      throw Stop.badInput("Say with --name whom the link is for.");
    }
    if (arguments.has("--project") && (role.isEmpty() || role.equals(OPERATOR))) {
      throw Stop.badInput(
          "Say with --role author or --role reviewer what they are in the project.");
    }
    if (arguments.has("--name") && !arguments.has("--project") && !role.equals(OPERATOR)) {
      throw Stop.badInput(
          "Say with --project and --role author or reviewer what to let them into, or with --role"
              + " operator that they may do everything.");
    }
  }

  /// Without a name the link is for the person whose token this is.
  private static Map<String, String> request(Arguments arguments) {
    var request = new LinkedHashMap<String, String>();
    arguments.one("--name").ifPresent(name -> request.put("name", name));
    arguments.one("--project").ifPresent(project -> request.put("projectId", project));
    arguments.one("--role").ifPresent(role -> request.put("role", role));
    return request;
  }
}
