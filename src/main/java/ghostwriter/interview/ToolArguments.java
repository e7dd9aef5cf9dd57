package ghostwriter.interview;

import ghostwriter.interview.ToolCall.Anchor;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Todo;
import ghostwriter.project.Project;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a model wrote as a tool's arguments. Lenient where the meaning is plain, otherwise
/// one sentence that says how to do it right. Names and shapes are those of `interview/tools.json`.
final class ToolArguments {
  /// The message is one sentence for the model.
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusable(String sentence) {
      super(sentence, null, false, false);
    }
  }

  private static final int MAX_TEXT = 20_000;
  private static final int MAX_NAME = 300;
  private static final int MAX_ENTRIES = 200;

  private final JsonMapper json;
  private final PromptContext context;

  ToolArguments(JsonMapper json) {
    this.json = json;
    this.context = new PromptContext(json);
  }

  /// @throws Unusable where the tool is unknown or its arguments make no sense
  ToolCall read(String tool, String arguments) {
    JsonNode given = object(arguments);
    return switch (tool) {
      case "list_projects" -> new ToolCall.ListProjects();
      case "create_project" ->
          new ToolCall.CreateProject(
              text(given, "title", Project.MAX_TITLE), word(given, "kind"), language(given));
      case "assign_project_to_session" -> new ToolCall.AssignProject(project(given));
      case "sync_blueprint_field" ->
          new ToolCall.SyncField(word(given, "field"), words(given, "value"));
      case "commit_blueprint" -> new ToolCall.CommitBlueprint();
      case "create_note" -> note(given);
      case "update_todo_status" -> new ToolCall.UpdateTodo(id(given, "todoId"), status(given));
      case "record_transcript_pointer" -> new ToolCall.Point(anchor(given));
      case "queue_draft_update" -> draft(given);
      default -> throw new Unusable("There is no tool of that name here.");
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
    String kind = word(given, "kind");
    return switch (kind) {
      case "fact", "story", "style", "voice" ->
          new ToolCall.CreateNote(
              Note.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), text, optional(given, "itemId"));
      case "todo" -> new ToolCall.CreateTodo(text);
      default -> throw new Unusable("The kind must be fact, story, style, voice or todo.");
    };
  }

  private static Todo.Status status(JsonNode given) {
    return switch (word(given, "status")) {
      case "open" -> Todo.Status.OPEN;
      case "done" -> Todo.Status.DONE;
      case "dropped" -> Todo.Status.DROPPED;
      default -> throw new Unusable("The status must be open, done or dropped.");
    };
  }

  private ToolCall draft(JsonNode given) {
    return new ToolCall.QueueDraft(
        project(given),
        urgency(given),
        optional(given, "summary").map(ToolArguments::bounded).map(Words::new).orElse(Words.NONE),
        entries(given, "messagePointers").stream().map(it -> it.asString("")).distinct().toList(),
        entries(given, "transcriptAnchors").stream().map(ToolArguments::anchor).toList(),
        context.read(given.path("promptContext")));
  }

  private static Urgency urgency(JsonNode given) {
    return switch (word(given, "urgency")) {
      case "low" -> Urgency.LOW;
      case "normal" -> Urgency.NORMAL;
      case "high" -> Urgency.HIGH;
      default -> throw new Unusable("The urgency must be low, normal or high.");
    };
  }

  private static Anchor anchor(JsonNode given) {
    return new Anchor(
        text(given, "label", MAX_NAME),
        optional(given, "itemId"),
        given.path("from").asInt(0),
        given.path("to").asInt(0));
  }

  private static List<JsonNode> entries(JsonNode given, String name) {
    JsonNode list = given.path(name);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray() || list.size() > MAX_ENTRIES) {
      throw new Unusable(name + " must be a list of at most " + MAX_ENTRIES + " entries.");
    }
    return list.valueStream().toList();
  }

  private static ProjectId project(JsonNode given) {
    return new ProjectId(id(given, "projectId"));
  }

  private static UUID id(JsonNode given, String name) {
    try {
      return UUID.fromString(word(given, name));
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

  private static String word(JsonNode given, String name) {
    return text(given, name, MAX_NAME);
  }

  private static String text(JsonNode given, String name, int longest) {
    String text =
        optional(given, name).orElseThrow(() -> new Unusable("This tool needs " + name + "."));
    if (text.length() > longest) {
      throw new Unusable(name + " may have " + longest + " characters at most; shorten it.");
    }
    return text;
  }

  private static String bounded(String summary) {
    if (summary.length() > MAX_TEXT) {
      throw new Unusable("summary may have " + MAX_TEXT + " characters at most; shorten it.");
    }
    return summary;
  }

  private static Optional<String> optional(JsonNode given, String name) {
    return Optional.of(keepable(given.path(name).asString("")).strip())
        .filter(text -> !text.isEmpty());
  }

  /// Without what the database and UTF-8 cannot hold: NUL, and halves of surrogate pairs.
  static String keepable(String text) {
    return text.codePoints()
        .filter(sign -> sign != 0 && Character.getType(sign) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
