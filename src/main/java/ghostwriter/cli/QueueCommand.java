package ghostwriter.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// `./ghostwriter queue`: what the operator does about the drafts of all projects.
final class QueueCommand {
  private static final Set<String> OPTIONS = Set.of("--status", "--limit");
  private static final Set<String> STATUSES =
      Set.of("queued", "running", "complete", "error", "cancelled");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final String QUEUE = "/api/queue";

  private enum Verb {
    DRAIN,
    RETRY,
    CANCEL,
    SHOW
  }

  /// @param job empty where none was named
  private record Task(Verb verb, String job) {}

  private final Terminal terminal;
  private final Map<String, String> environment;

  QueueCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  void run(List<String> typed) {
    var arguments = Arguments.parse(typed, OPTIONS);
    var task = task(arguments.words());
    var query = query(arguments, task);
    var reception = new Reception(arguments, Site.of(arguments, environment), terminal);
    try (var visit = reception.findRunning()) {
      var answer = perform(task, query, visit.server());
      if (arguments.json()) {
        terminal.result(Json.write(answer));
      } else {
        tell(task, answer);
      }
    }
  }

  private static Task task(List<String> words) {
    var verb =
        switch (words.isEmpty() ? "" : words.getFirst()) {
          case "drain" -> Verb.DRAIN;
          case "retry" -> Verb.RETRY;
          case "cancel" -> Verb.CANCEL;
          case "show" -> Verb.SHOW;
          default -> throw Stop.badInput("Say queue drain, retry JOB, cancel JOB or show [JOB].");
        };
    var job = words.size() > 1 ? words.get(1) : "";
    var named = !job.isEmpty();
    if (words.size() > 2 || (verb == Verb.DRAIN && named)) {
      throw Stop.badInput("There is a word too many; see ./ghostwriter help.");
    }
    if (!named && (verb == Verb.RETRY || verb == Verb.CANCEL)) {
      throw Stop.badInput("Say which job; ./ghostwriter queue show lists them.");
    }
    if (named && !ID.matcher(job).matches()) {
      throw Stop.badInput("That is no job's id; ./ghostwriter queue show lists them.");
    }
    return new Task(verb, job);
  }

  private static String query(Arguments arguments, Task task) {
    var listing = task.verb() == Verb.SHOW && task.job().isEmpty();
    if (!listing && OPTIONS.stream().anyMatch(arguments::has)) {
      throw Stop.badInput("--status and --limit are for queue show without a job.");
    }
    var parts = new ArrayList<String>();
    arguments.one("--status").ifPresent(status -> parts.add("status=" + status(status)));
    arguments.one("--limit").ifPresent(limit -> parts.add("limit=" + encoded(limit)));
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private static String status(String status) {
    if (!STATUSES.contains(status)) {
      throw Stop.badInput("--status is queued, running, complete, error or cancelled.");
    }
    return status;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode perform(Task task, String query, Server server) {
    var job = QUEUE + "/jobs/" + task.job();
    return switch (task.verb()) {
      case DRAIN -> server.post(QUEUE + "/drain", Map.of());
      case RETRY -> server.post(job + "/retry", Map.of());
      case CANCEL -> server.post(job + "/cancel", Map.of());
      case SHOW -> server.get(task.job().isEmpty() ? QUEUE + query : job);
    };
  }

  private void tell(Task task, JsonNode answer) {
    switch (task.verb()) {
      case DRAIN -> say(released(answer.path("released").asLong(0)));
      case RETRY -> say("Asked for again: job %s.".formatted(answer.path("id").asString("")));
      case CANCEL -> say("Job %s is cancelled.".formatted(answer.path("id").asString("")));
      case SHOW -> show(task, answer);
    }
  }

  private static String released(long jobs) {
    return jobs == 0
        ? "Nothing waits for its time."
        : Terminal.count(jobs, "waiting job") + " may start now.";
  }

  private void show(Task task, JsonNode answer) {
    if (task.job().isEmpty()) {
      QueueLines.overview(answer).forEach(this::say);
      QueueLines.warnings(answer).forEach(terminal::tell);
    } else {
      QueueLines.job(answer).forEach(this::say);
    }
  }

  private void say(String line) {
    terminal.result((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
