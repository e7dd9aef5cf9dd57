package ghostwriter.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The queue in lines of text.
final class QueueLines {
  /// Fields that say the same as another, or are shown by themselves.
  private static final List<String> REQUEST =
      List.of("messagePointers", "transcriptAnchors", "promptContext");

  private QueueLines() {}

  /// How many there are of each status, then one line a job.
  static List<String> overview(JsonNode queue) {
    var lines = new ArrayList<String>();
    lines.add(counts(queue.path("counts")));
    var oldest = text(queue, "oldestQueuedAt");
    if (!oldest.isEmpty()) {
      lines.add("The oldest that waits was asked for at %s.".formatted(oldest));
    }
    queue.path("jobs").forEach(job -> lines.add(line(job)));
    return lines;
  }

  private static String counts(JsonNode counts) {
    return String.format(
        Locale.ROOT,
        "%d waiting, %d running, %d complete, %d failed, %d cancelled",
        counts.path("queued").asLong(0),
        counts.path("running").asLong(0),
        counts.path("complete").asLong(0),
        counts.path("error").asLong(0),
        counts.path("cancelled").asLong(0));
  }

  private static String line(JsonNode job) {
    return "%s  %-9s  %s  %s  %s  %s"
        .formatted(
            text(job, "id"),
            text(job, "status"),
            text(job, "createdAt"),
            Terminal.count(job.path("attempts").asLong(0), "attempt"),
            text(job, "projectTitle"),
            text(job, "error"))
        .stripTrailing();
  }

  /// One line for each transaction that is held open for long.
  static List<String> warnings(JsonNode queue) {
    return queue
        .path("longTransactions")
        .valueStream()
        .map(open ->
            "Warning: %s holds a transaction open (%s) since %s; PostgreSQL cannot clear up behind the queue meanwhile."
                .formatted(
                    text(open, "application").isEmpty() ? "somebody" : text(open, "application"),
                    text(open, "state"),
                    text(open, "since")))
        .toList();
  }

  /// A line a field; what there is nothing of is left out.
  static List<String> job(JsonNode job) {
    Stream<String> own = job.properties().stream().flatMap(QueueLines::field);
    Stream<String> asked =
        REQUEST.stream()
            .map(name -> Map.entry(name, job.path("request").path(name)))
            .flatMap(QueueLines::field);
    return Stream.of(own, behind(job), asked).flatMap(Function.identity()).toList();
  }

  /// A job that stands behind another one has no time of its own.
  private static Stream<String> behind(JsonNode job) {
    boolean isBehind = text(job, "status").equals("queued") && job.path("due").isNull();
    return isBehind ? Stream.of("due: after another job of its project") : Stream.empty();
  }

  private static Stream<String> field(Map.Entry<String, JsonNode> field) {
    var value = field.getValue();
    if (value.isNull()
        || field.getKey().equals("request")
        || (value.isContainer() && value.isEmpty())) {
      return Stream.empty();
    }
    var shown = plain(value.isContainer() ? value.toString() : value.asString(""));
    return shown.isEmpty() ? Stream.empty() : Stream.of(field.getKey() + ": " + shown);
  }

  private static String text(JsonNode node, String field) {
    return plain(node.path(field).asString(""));
  }

  /// On one line, and without signs that a terminal would obey.
  private static String plain(String text) {
    // `\p{Cntrl}` would know the first 128 characters only.
    return text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
  }
}
