package ghostwriter.realtime.interviewer;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the house tells the interviewer: the last fenced block of the instructions, one JSON
/// object. `docs/engine.md` describes it; whatever is missing counts as empty.
final class StateBlock {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern FENCE =
      Pattern.compile(
          "^```[ \\t]*(?:STATE|json)?[ \\t]*\\R(.*?)^```[ \\t]*$",
          Pattern.DOTALL | Pattern.MULTILINE);

  /// In which part of the work the session is.
  enum Mode {
    SELECTING,
    INTAKE,
    GHOSTWRITING
  }

  /// A project a client may choose.
  record Project(String id, String title) {}

  /// A field of the blueprint that is still empty.
  record Gap(String name, String label) {}

  /// A question the book still has.
  ///
  /// @param id empty where it is no entry of the notebook
  record Open(String id, String text) {}

  private final JsonNode json;

  private StateBlock(JsonNode json) {
    this.json = json;
  }

  static StateBlock of(String instructions) {
    return new StateBlock(
        FENCE
            .matcher(instructions)
            .results()
            .map(found -> found.group(1))
            .reduce((_, later) -> later)
            .flatMap(StateBlock::parse)
            .orElseGet(JsonNodeFactory.instance::objectNode));
  }

  private static Optional<JsonNode> parse(String block) {
    try {
      return Optional.of(JSON.readTree(block)).filter(JsonNode::isObject);
    } catch (JacksonException none) {
      return Optional.empty();
    }
  }

  Mode mode() {
    return switch (json.path("mode").asString("")) {
      case "selecting" -> Mode.SELECTING;
      case "intake" -> Mode.INTAKE;
      default -> Mode.GHOSTWRITING;
    };
  }

  Optional<Project> project() {
    return projects(json.path("project")).findFirst();
  }

  String kind() {
    return json.path("kind").asString("memoir");
  }

  /// Empty where the house has not said which projects there are.
  Optional<List<Project>> projects() {
    JsonNode projects = json.path("projects");
    return projects.isArray()
        ? Optional.of(projects.valueStream().flatMap(StateBlock::projects).toList())
        : Optional.empty();
  }

  static Stream<Project> projects(JsonNode json) {
    String id = json.path("id").asString(json.path("projectId").asString(""));
    return id.isEmpty()
        ? Stream.empty()
        : Stream.of(new Project(id, json.path("title").asString("")));
  }

  List<Gap> missing() {
    return json.path("fields")
        .path("missing")
        .valueStream()
        .filter(field -> field.path("required").asBoolean(true))
        .map(field ->
            new Gap(
                field.path("name").asString(""),
                field.path("label").asString(field.path("name").asString(""))))
        .filter(gap -> !gap.name().isEmpty())
        .toList();
  }

  /// What the drafter or the client left open.
  Stream<Open> openQuestions() {
    return json.path("openQuestions")
        .valueStream()
        .map(StateBlock::question)
        .filter(open -> !open.text().isBlank());
  }

  /// What the sections ask that have no text yet.
  Stream<Open> sectionQuestions() {
    return json.path("sections")
        .valueStream()
        .filter(section -> !section.path("written").asBoolean(false))
        .map(section -> new Open("", section.path("question").asString("")))
        .filter(open -> !open.text().isBlank());
  }

  private static Open question(JsonNode json) {
    return json.isString()
        ? new Open("", json.stringValue())
        : new Open(json.path("id").asString(""), json.path("text").asString(""));
  }

  List<String> writtenSections() {
    return json.path("sections")
        .valueStream()
        .filter(section -> section.path("written").asBoolean(false))
        .map(section -> section.path("heading").asString(""))
        .filter(heading -> !heading.isBlank())
        .toList();
  }

  Optional<String> draftSummary() {
    return Optional.of(json.path("drafted").path("summary").asString(""))
        .filter(summary -> !summary.isBlank());
  }

  /// Questions asked before this conversation began.
  List<String> asked() {
    return json.path("asked").valueStream().map(it -> it.asString("")).toList();
  }

  /// Whether there is anything here to go by.
  boolean isEmpty() {
    return json.isEmpty();
  }

  /// What the instructions want said word for word. Only behind the block: within it are words of
  /// others.
  static Optional<String> dictated(String instructions) {
    int end = FENCE.matcher(instructions).results().mapToInt(MatchResult::end).max().orElse(0);
    return Pattern.compile("[Ss]ay exactly: [\"“](.+)[\"”]", Pattern.DOTALL)
        .matcher(instructions.substring(end))
        .results()
        .map(MatchResult::group)
        .map(text -> text.replaceAll("(?s)^[Ss]ay exactly: [\"“](.+)[\"”]$", "$1"))
        .findFirst();
  }
}
