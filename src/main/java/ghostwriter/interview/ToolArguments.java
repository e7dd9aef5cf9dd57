package ghostwriter.interview;

import ghostwriter.interview.ToolCall.Anchor;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Todo;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a model wrote as a tool's arguments.
final class ToolArguments {
  /// The message is one sentence for the model.
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusable(String sentence) {
      super(sentence, null, false, false);
    }
  }

  private static final int MAX_TEXT = 20_000;
  private static final int MAX_LABEL = 300;

  private final JsonMapper json;

  ToolArguments(JsonMapper json) {
    this.json = json;
  }

  /// @throws Unusable where the tool is unknown or its arguments make no sense
  ToolCall read(String tool, String arguments) {
    JsonNode given = object(arguments);
    return switch (tool) {
      case "list_projects" -> new ToolCall.ListProjects();
      case "create_project" ->
          new ToolCall.CreateProject(
              text(given, "title", MAX_LABEL), text(given, "kind", MAX_LABEL), language(given));
      case "assign_project_to_session" -> new ToolCall.AssignProject(project(given));
      case "sync_blueprint_field" ->
          new ToolCall.SyncField(text(given, "name", MAX_LABEL), words(given, "value"));
      case "commit_blueprint" -> new ToolCall.CommitBlueprint();
      case "create_note" -> note(given);
      case "update_todo_status" -> new ToolCall.UpdateTodo(id(given, "todoId"), status(given));
      case "record_transcript_pointer" ->
          new ToolCall.Point(
              text(given, "itemId", MAX_LABEL),
              text(given, "label", MAX_LABEL),
              given.path("from").asInt(0),
              given.path("to").asInt(0));
      case "queue_draft_update" -> draft(given);
      default -> throw new Unusable("There is no tool " + tool + " here.");
    };
  }

  private JsonNode object(String arguments) {
    try {
      JsonNode given = json.readTree(arguments.isBlank() ? "{}" : arguments);
      if (given.isObject()) {
        return given;
      }
    } catch (JacksonException e) {
      // told below
    }
    throw new Unusable("The arguments must be one JSON object.");
  }

  private static ToolCall note(JsonNode given) {
    Words text = words(given, "text");
    String kind = text(given, "kind", MAX_LABEL);
    return switch (kind) {
      case "fact", "story", "style", "voice" ->
          new ToolCall.CreateNote(
              Note.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), text, optional(given, "itemId"));
      case "todo" -> new ToolCall.CreateTodo(text);
      default -> throw new Unusable("The kind must be fact, story, style, voice or todo.");
    };
  }

  private static Todo.Status status(JsonNode given) {
    String status = text(given, "status", MAX_LABEL);
    return switch (status) {
      case "open", "done", "dropped" -> Todo.Status.valueOf(status.toUpperCase(Locale.ROOT));
      default -> throw new Unusable("The status must be open, done or dropped.");
    };
  }

  private ToolCall draft(JsonNode given) {
    return new ToolCall.QueueDraft(
        project(given),
        urgency(given),
        new Words(optional(given, "summary").orElse("")),
        given.path("messagePointers").valueStream().map(item -> item.asString("")).toList(),
        anchors(given.path("transcriptAnchors")),
        context(given.path("promptContext")));
  }

  private static Urgency urgency(JsonNode given) {
    return switch (text(given, "urgency", MAX_LABEL)) {
      case "low" -> Urgency.LOW;
      case "normal" -> Urgency.NORMAL;
      case "high" -> Urgency.HIGH;
      default -> throw new Unusable("The urgency must be low, normal or high.");
    };
  }

  private static List<Anchor> anchors(JsonNode given) {
    List<Anchor> anchors = new ArrayList<>();
    for (JsonNode anchor : given) {
      anchors.add(
          new Anchor(
              text(anchor, "label", MAX_LABEL),
              text(anchor, "itemId", MAX_LABEL),
              anchor.path("from").asInt(0),
              anchor.path("to").asInt(0)));
    }
    return anchors;
  }

  private Map<String, Object> context(JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return Map.of();
    }
    if (!given.isObject()) {
      throw new Unusable("promptContext must be a JSON object.");
    }
    return json.convertValue(given, new TypeReference<>() {});
  }

  private static ProjectId project(JsonNode given) {
    return new ProjectId(id(given, "projectId"));
  }

  private static UUID id(JsonNode given, String name) {
    try {
      return UUID.fromString(text(given, name, MAX_LABEL));
    } catch (IllegalArgumentException e) {
      throw new Unusable(name + " must be an id as the tools or STATE gave it.");
    }
  }

  private static Locale language(JsonNode given) {
    try {
      return new Locale.Builder().setLanguageTag(optional(given, "language").orElse("en")).build();
    } catch (IllformedLocaleException e) {
      throw new Unusable("The language must be a tag such as en or de.");
    }
  }

  private static Words words(JsonNode given, String name) {
    return new Words(text(given, name, MAX_TEXT));
  }

  private static String text(JsonNode given, String name, int longest) {
    String text = given.path(name).asString("").strip();
    if (text.isEmpty()) {
      throw new Unusable("This tool needs " + name + ".");
    }
    if (text.length() > longest || text.indexOf('\0') >= 0) {
      throw new Unusable(name + " may have " + longest + " characters at most; shorten it.");
    }
    return text;
  }

  private static Optional<String> optional(JsonNode given, String name) {
    return Optional.of(given.path(name).asString("").strip()).filter(text -> !text.isEmpty());
  }
}
