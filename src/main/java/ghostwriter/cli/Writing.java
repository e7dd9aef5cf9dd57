package ghostwriter.cli;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One recording on its way through one server: in, drafted, and out.
final class Writing {
  private final Terminal terminal;
  private final Server server;
  private final Recording recording;
  private final Optional<Output> output;
  private final boolean json;

  Writing(
      Terminal terminal,
      Server server,
      Recording recording,
      Optional<Output> output,
      boolean json) {
    this.terminal = terminal;
    this.server = server;
    this.recording = recording;
    this.output = output;
    this.json = json;
  }

  void run() {
    terminal.stopIfInterrupted();
    var imported = server.postFile("/api/recordings?" + recording.query(), recording.file());
    var project = "/api/projects/" + imported.path("projectId").asString("");
    try {
      tellImported(imported);
      new Draft(terminal, server, project).await(imported.path("jobId").asString(""));
      deliver(imported, project);
    } catch (RuntimeException failure) {
      takeBack(project);
      throw failure;
    }
  }

  private void tellImported(JsonNode imported) {
    terminal.tell(
        "Read %s by %s, %s."
            .formatted(
                Terminal.count(imported.path("items").asLong(0), "turn"),
                Terminal.count(imported.path("speakers").size(), "speaker"),
                Terminal.count(imported.path("words").asLong(0), "word")));
    var notice = imported.path("notice").asString("");
    if (!notice.isBlank()) {
      terminal.tell(notice);
    }
  }

  private void deliver(JsonNode imported, String project) {
    var markdown = server.bytes(project + "/export/markdown");
    var document = server.get(project + "/document");
    terminal.stopIfInterrupted();
    output.ifPresent(file -> file.write(markdown));
    if (json) {
      terminal.result(Json.write(summary(imported, document, markdown)));
    } else if (output.isEmpty()) {
      terminal.result(markdown);
    }
    tellWritten(document);
    terminal.tell("Project " + imported.path("projectId").asString(""));
  }

  private void tellWritten(JsonNode document) {
    terminal.tell(
        "Wrote %s in %s%s."
            .formatted(
                Terminal.count(paragraphs(document), "paragraph"),
                Terminal.count(sections(document), "section"),
                output.map(file -> " to " + file.shown()).orElse("")));
  }

  /// Those in which something stands; the outline's others are not in the Markdown either.
  private static long sections(JsonNode document) {
    return document
        .path("sections")
        .valueStream()
        .filter(section -> !section.path("blocks").isEmpty())
        .count();
  }

  private static long paragraphs(JsonNode document) {
    return document
        .path("sections")
        .valueStream()
        .mapToLong(section -> section.path("blocks").size())
        .sum();
  }

  private Map<String, Object> summary(JsonNode imported, JsonNode document, byte[] markdown) {
    var summary = new LinkedHashMap<String, Object>();
    for (var name : List.of("projectId", "sessionId", "jobId", "title", "kind", "items", "words")) {
      summary.put(name, imported.path(name));
    }
    summary.put("speakers", imported.path("speakers").size());
    summary.put("sections", sections(document));
    summary.put("paragraphs", paragraphs(document));
    output.ifPresentOrElse(
        file -> summary.put("output", file.file().toString()),
        () -> summary.put("markdown", new String(markdown, StandardCharsets.UTF_8)));
    return summary;
  }

  private void takeBack(String project) {
    if (recording.project().isPresent()) {
      terminal.tell("What was read stays in the project.");
      return;
    }
    try {
      server.delete(project);
    } catch (Stop stop) {
      terminal.tell("The project it began could not be removed: " + stop.sentence());
    }
  }
}
