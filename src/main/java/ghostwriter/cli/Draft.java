package ghostwriter.cli;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A draft that was asked for, watched until it has ended.
final class Draft {
  private static final long LOOK_EVERY_MILLISECONDS = 500;

  private final Terminal terminal;
  private final Server server;
  private final String project;
  private String told = "";

  /// As they were when last looked at, newest first.
  private JsonNode jobs = JsonNodeFactory.instance.arrayNode();

  Draft(Terminal terminal, Server server, String project) {
    this.terminal = terminal;
    this.server = server;
    this.project = project;
  }

  /// Waits for a draft, and for those that go on with what had no room in it. Where one of these
  /// ends badly, what was drafted before it stands.
  ///
  /// @throws Stop where the draft failed for good, was withdrawn, or the person interrupts
  void await(String jobId) {
    follow(jobId);
    try {
      for (var next = goingOn(); next.isPresent(); next = goingOn()) {
        follow(next.get());
      }
    } catch (Stop stop) {
      terminal.stopIfInterrupted();
      terminal.tell("The rest of what was said is not drafted yet. " + stop.sentence());
    }
  }

  /// The newest job, where it waits or runs.
  private Optional<String> goingOn() {
    var newest = jobs.path(0);
    return Set.of("queued", "running").contains(text(newest, "status"))
        ? Optional.of(text(newest, "id"))
        : Optional.empty();
  }

  private void follow(String jobId) {
    var followed = jobId;
    var job = look(followed);
    while (!status(job).equals("complete")) {
      switch (status(job)) {
        case "running" -> tellOnce("Drafting…");
        case "queued" -> tellIfTriedBefore(job);
        // A request that was merged into a newer one is drafted with that.
        case "cancelled" -> followed = newerThan(followed);
        case "error" -> throw failed(job);
        default -> throw Stop.failed("The server lost the draft that was asked for.");
      }
      terminal.pause(LOOK_EVERY_MILLISECONDS);
      job = look(followed);
    }
  }

  private Optional<JsonNode> look(String id) {
    jobs = server.get(project + "/jobs");
    return jobs.valueStream().filter(job -> text(job, "id").equals(id)).findFirst();
  }

  private static String status(Optional<JsonNode> job) {
    return job.map(found -> text(found, "status")).orElse("");
  }

  private static String text(JsonNode job, String field) {
    return job.path(field).asString("");
  }

  private void tellIfTriedBefore(Optional<JsonNode> job) {
    if (job.filter(found -> found.path("attempts").asInt(0) > 0).isPresent()) {
      tellOnce("Drafting did not work; trying again…");
    }
  }

  private void tellOnce(String sentence) {
    if (!told.equals(sentence)) {
      terminal.tell(sentence);
      told = sentence;
    }
  }

  private String newerThan(String id) {
    var newest = text(jobs.path(0), "id");
    if (newest.isEmpty() || newest.equals(id)) {
      throw Stop.failed("The draft was cancelled.");
    }
    return newest;
  }

  private static Stop failed(Optional<JsonNode> job) {
    var why = job.map(found -> text(found, "error")).filter(text -> !text.isEmpty());
    return Stop.failed(
        why.map(text -> "Drafting failed: " + text)
            .orElse("Drafting failed")
            .replaceFirst("\\.?$", "."));
  }
}
