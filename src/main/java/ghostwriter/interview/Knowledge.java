package ghostwriter.interview;

import ghostwriter.account.Person;
import ghostwriter.blueprint.Blueprint;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.feed.Feed;
import ghostwriter.feed.FeedEvent;
import ghostwriter.feed.ProjectEvent;
import ghostwriter.feed.ProjectEvent.DocumentChanged;
import ghostwriter.feed.ProjectEvent.DraftProgress;
import ghostwriter.interview.ToolDesk.Caller;
import ghostwriter.notebook.Notebook;
import ghostwriter.notebook.Todo;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKind.OutlineEntry;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Project;
import ghostwriter.project.Projects;
import ghostwriter.transcript.Transcripts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the assistant is told about the book: the `STATE` object of `docs/engine.md`.
///
/// Its members stand in one order, what seldom changes first, so that providers find the beginning
/// of a prompt again. Every list and every text in it is bounded: all of it stays below 24,000
/// characters. What the document holds is known from the news alone; the interview never reads it.
@Component
final class Knowledge {
  private static final int TITLE = 120;
  private static final int TEXT = 200;
  private static final int QUESTION = 160;
  private static final int SUMMARY = 400;
  private static final int PROJECTS = 20;
  private static final int OPEN = 16;
  private static final int LOOKED_THROUGH = 200;
  private static final int SECTIONS = 24;
  private static final int ASKED = 40;

  private final Projects projects;
  private final BookKinds kinds;
  private final Blueprints blueprints;
  private final Notebook notebook;
  private final Transcripts transcripts;
  private final Feed feed;
  private final JsonMapper json;

  Knowledge(
      Projects projects,
      BookKinds kinds,
      Blueprints blueprints,
      Notebook notebook,
      Transcripts transcripts,
      Feed feed,
      JsonMapper json) {
    this.projects = projects;
    this.kinds = kinds;
    this.blueprints = blueprints;
    this.notebook = notebook;
    this.transcripts = transcripts;
    this.feed = feed;
    this.json = json;
  }

  /// What there is to know by now, as one JSON object on one line.
  String state(Caller caller) {
    ObjectNode state = json.createObjectNode().put("mode", caller.mode().code());
    caller
        .project()
        .flatMap(projects::find)
        .ifPresentOrElse(project -> book(state, project), () -> choice(state, caller.person()));
    return state.toString();
  }

  private void choice(ObjectNode state, Person person) {
    ArrayNode list = state.putArray("projects");
    projects
        .writable(person, PROJECTS)
        .forEach(project -> named(list.addObject(), project).put("kind", project.kind()));
  }

  private static ObjectNode named(ObjectNode node, Project project) {
    return node.put("id", project.id().toString()).put("title", cut(project.title(), TITLE));
  }

  private void book(ObjectNode state, Project project) {
    BookKind kind = kinds.find(project.kind()).orElseThrow();
    state.put("language", project.language().toLanguageTag()).put("kind", kind.id());
    named(state.putObject("project"), project);
    fields(state.putObject("fields"), kind, blueprints.of(project.id()));
    Optional<JsonNode> document = newest(project, DocumentChanged.class, Map.of());
    outline(document, kind).ifPresent(sections -> state.set("sections", sections));
    drafted(project)
        .ifPresent(summary ->
            state
                .putObject("drafted")
                .put("version", document.map(it -> it.path("version").asInt(0)).orElse(0))
                .put("summary", cut(summary, SUMMARY)));
    open(state, notebook.open(project.id(), LOOKED_THROUGH).reversed());
    asked(state.putArray("asked"), project);
  }

  private static void fields(ObjectNode fields, BookKind kind, Blueprint blueprint) {
    ArrayNode filled = fields.putArray("filled");
    ArrayNode missing = fields.putArray("missing");
    for (BookKind.Field field : kind.fields()) {
      blueprint
          .field(field.name())
          .ifPresentOrElse(
              answer -> described(filled, field).put("value", cut(answer.value().text(), TEXT)),
              () -> described(missing, field).put("required", field.required()));
    }
  }

  private static ObjectNode described(ArrayNode list, BookKind.Field field) {
    return list.addObject().put("name", field.name()).put("label", field.label());
  }

  /// The outline of the last news of the document; before the first, that of the kind of book.
  ///
  /// @return empty where the news is of a time when it did not tell the outline
  private Optional<ArrayNode> outline(Optional<JsonNode> document, BookKind kind) {
    if (document.filter(news -> !news.has("outline")).isPresent()) {
      return Optional.empty();
    }
    ArrayNode sections = json.createArrayNode();
    document.ifPresentOrElse(
        news ->
            news.path("outline")
                .valueStream()
                .limit(SECTIONS)
                .forEach(it ->
                    section(
                        sections,
                        it.path("heading").asString(""),
                        it.path("written").asBoolean(false),
                        kind)),
        () -> kind.outline().forEach(it -> section(sections, it.heading(), false, kind)));
    return Optional.of(sections);
  }

  private static void section(ArrayNode sections, String heading, boolean written, BookKind kind) {
    ObjectNode section =
        sections.addObject().put("heading", cut(heading, TITLE)).put("written", written);
    kind.outline().stream()
        .filter(entry -> !written && entry.heading().equals(heading))
        .map(OutlineEntry::question)
        .findFirst()
        .ifPresent(question -> section.put("question", question));
  }

  private Optional<String> drafted(Project project) {
    return newest(project, DraftProgress.class, Map.of("status", "completed"))
        .map(news -> news.path("summary").asString(""));
  }

  /// A todo that waits for words is a question; the others are only to be done.
  private static void open(ObjectNode state, List<Todo> todos) {
    Predicate<Todo> asks =
        todo -> todo.section().isPresent() || todo.text().text().strip().endsWith("?");
    Consumer<Todo> questions = listed(state.putArray("openQuestions"));
    Consumer<Todo> others = listed(state.putArray("todos"));
    last(todos.stream().filter(asks).toList()).forEach(questions);
    last(todos.stream().filter(asks.negate()).toList()).forEach(others);
  }

  private static List<Todo> last(List<Todo> todos) {
    return todos.subList(Math.max(0, todos.size() - OPEN), todos.size());
  }

  private static Consumer<Todo> listed(ArrayNode list) {
    return todo ->
        list.addObject().put("id", todo.id().toString()).put("text", cut(todo.text().text(), TEXT));
  }

  private void asked(ArrayNode asked, Project project) {
    transcripts.asked(project.id(), ASKED).stream()
        .flatMap(turn -> Brevity.question(turn.text(), QUESTION).stream())
        .distinct()
        .forEach(asked::add);
  }

  private Optional<JsonNode> newest(
      Project project, Class<? extends ProjectEvent> kind, Map<String, String> holding) {
    return feed.newest(project.id(), kind, holding).map(FeedEvent::payload).map(json::readTree);
  }

  private static String cut(String text, int longest) {
    return Brevity.cut(text.strip(), longest);
  }
}
