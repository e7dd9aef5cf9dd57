package ghostwriter.interview;

import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.blueprint.Blueprint;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.blueprint.CommitResult;
import ghostwriter.blueprint.Field;
import ghostwriter.interview.ToolArguments.Unusable;
import ghostwriter.notebook.MarkResult;
import ghostwriter.notebook.Notebook;
import ghostwriter.notebook.PointResult;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Project;
import ghostwriter.project.Projects;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.EnqueueResult;
import ghostwriter.queue.TranscriptAnchor;
import ghostwriter.transcript.AssignResult;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Mode;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Carries out what the assistant asks for by its tools, inside the caller's transaction. What
/// cannot be done is answered with one clear sentence for the model; nothing is half done then.
@Component
class ToolDesk {
  /// Where a call comes from.
  record Caller(SessionId session, Person person, Optional<ProjectId> project, Mode mode) {}

  /// @param output what the model is told, a JSON object
  /// @param project the session's project from now on
  record Answer(String output, Mode mode, Optional<ProjectId> project) {}

  private final ToolArguments arguments;
  private final Accounts accounts;
  private final Projects projects;
  private final BookKinds kinds;
  private final Blueprints blueprints;
  private final Notebook notebook;
  private final Transcripts transcripts;
  private final DraftQueue queue;
  private final JsonMapper json;

  ToolDesk(
      Accounts accounts,
      Projects projects,
      BookKinds kinds,
      Blueprints blueprints,
      Notebook notebook,
      Transcripts transcripts,
      DraftQueue queue,
      JsonMapper json) {
    this.arguments = new ToolArguments(json);
    this.accounts = accounts;
    this.projects = projects;
    this.kinds = kinds;
    this.blueprints = blueprints;
    this.notebook = notebook;
    this.transcripts = transcripts;
    this.queue = queue;
    this.json = json;
  }

  Answer run(Caller caller, String tool, String given) {
    try {
      return switch (arguments.read(tool, given)) {
        case ToolCall.ListProjects() -> same(caller, listed(caller));
        case ToolCall.CreateProject create -> same(caller, create(caller, create));
        case ToolCall.AssignProject(ProjectId project) -> assign(caller, project);
        case ToolCall.SyncField sync -> same(caller, sync(project(caller), sync));
        case ToolCall.CommitBlueprint() -> commit(caller);
        case ToolCall.CreateNote note -> same(caller, note(caller, note));
        case ToolCall.CreateTodo todo ->
            same(
                caller,
                done().put("todoId", notebook.remind(projectId(caller), todo.text()).toString()));
        case ToolCall.UpdateTodo update -> same(caller, mark(caller, update));
        case ToolCall.Point point -> same(caller, point(caller, point));
        case ToolCall.QueueDraft draft -> same(caller, draft(caller, draft));
      };
    } catch (Unusable unusable) {
      return same(
          caller, json.createObjectNode().put("error", String.valueOf(unusable.getMessage())));
    }
  }

  private static Answer same(Caller caller, ObjectNode output) {
    return new Answer(output.toString(), caller.mode(), caller.project());
  }

  private ObjectNode done() {
    return json.createObjectNode().put("done", true);
  }

  private ObjectNode listed(Caller caller) {
    ObjectNode output = json.createObjectNode();
    var list = output.putArray("projects");
    for (Project project : projects.of(caller.person())) {
      list.addObject()
          .put("projectId", project.id().toString())
          .put("title", project.title())
          .put("kind", project.kind());
    }
    return output;
  }

  private ObjectNode create(Caller caller, ToolCall.CreateProject create) {
    BookKind kind =
        kinds
            .find(create.kind())
            .orElseThrow(() ->
                new Unusable("The kind must be memoir, biography, business-book or article."));
    Project project = projects.create(create.title(), kind, create.language(), caller.person());
    return done().put("projectId", project.id().toString()).put("title", project.title());
  }

  private Answer assign(Caller caller, ProjectId id) {
    if (caller.project().isPresent()) {
      throw new Unusable(
          "This conversation belongs to a project already; for another book, begin a new one.");
    }
    boolean allowed =
        accounts.roleOf(caller.person(), id).filter(role -> role.atLeast(Role.AUTHOR)).isPresent();
    Project project =
        projects
            .find(id)
            .filter(_ -> allowed)
            .orElseThrow(() -> new Unusable("The client has no such project; see list_projects."));
    if (transcripts.assign(caller.session(), id) instanceof AssignResult.AlreadyAssigned) {
      throw new Unusable(
          "This conversation belongs to a project already; for another book, begin a new one.");
    }
    boolean committed = blueprints.of(id).committedAt().isPresent();
    Mode mode = committed ? Mode.GHOSTWRITING : Mode.INTAKE;
    ObjectNode output = done().put("title", project.title()).put("mode", mode.code());
    return new Answer(output.toString(), mode, Optional.of(id));
  }

  private ObjectNode sync(Project project, ToolCall.SyncField sync) {
    BookKind kind = kinds.find(project.kind()).orElseThrow();
    List<String> names = kind.fields().stream().map(BookKind.Field::name).toList();
    if (!names.contains(sync.name())) {
      throw new Unusable(
          "There is no field of that name; the fields are " + String.join(", ", names) + ".");
    }
    blueprints.answer(project.id(), new Field(sync.name(), sync.value(), Field.Origin.CLIENT));
    Blueprint now = blueprints.of(project.id());
    ObjectNode output = done();
    blueprints.gaps(now, kind).forEach(output.putArray("missing")::add);
    return output;
  }

  private Answer commit(Caller caller) {
    Project project = project(caller);
    BookKind kind = kinds.find(project.kind()).orElseThrow();
    return switch (blueprints.commit(project.id(), kind)) {
      case CommitResult.Committed() ->
          new Answer(
              done().put("mode", Mode.GHOSTWRITING.code()).toString(),
              Mode.GHOSTWRITING,
              caller.project());
      case CommitResult.Gaps(List<String> gaps) ->
          throw new Unusable(
              "Still unanswered: " + String.join(", ", gaps) + ". Ask for them first.");
    };
  }

  private ObjectNode note(Caller caller, ToolCall.CreateNote note) {
    ProjectId project = projectId(caller);
    Optional<ItemId> source = note.item().map(id -> known(caller, id).id());
    return done()
        .put("noteId", notebook.note(project, note.kind(), note.text(), source).toString());
  }

  private ObjectNode mark(Caller caller, ToolCall.UpdateTodo update) {
    return switch (notebook.mark(projectId(caller), update.todo(), update.status())) {
      case MarkResult.Marked _ -> done();
      case MarkResult.OpenAnew() -> throw new Unusable("The same is open already.");
      case MarkResult.UnknownTodo() ->
          throw new Unusable("There is no such todo; STATE lists the open ones.");
    };
  }

  private ObjectNode point(Caller caller, ToolCall.Point point) {
    ItemId item = new ItemId(caller.session(), point.item());
    return switch (notebook.point(
        projectId(caller), item, point.label(), point.from(), point.to())) {
      case PointResult.Pointed(var id) -> done().put("pointerId", id.toString());
      case PointResult.UnknownItem() -> throw unknownItem(point.item());
      case PointResult.OutOfRange(int length) ->
          throw new Unusable("That item has only " + length + " characters.");
    };
  }

  private ObjectNode draft(Caller caller, ToolCall.QueueDraft draft) {
    ProjectId project = projectId(caller);
    if (!draft.project().equals(project)) {
      throw new Unusable("This conversation belongs to another project: " + project + ".");
    }
    EnqueueResult result = queue.enqueue(request(caller, draft));
    String state = result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return done().put("jobId", result.job().toString()).put("state", state);
  }

  private DraftRequest request(Caller caller, ToolCall.QueueDraft draft) {
    List<ItemId> pointers = draft.items().stream().map(id -> known(caller, id).id()).toList();
    List<TranscriptAnchor> anchors =
        draft.anchors().stream().map(anchor -> anchor(caller, anchor)).toList();
    Map<String, Object> context = draft.context();
    return new DraftRequest(
        draft.project(),
        Optional.of(caller.session()),
        draft.urgency(),
        draft.summary(),
        pointers,
        anchors,
        context);
  }

  private TranscriptAnchor anchor(Caller caller, ToolCall.Anchor anchor) {
    ConversationItem item = known(caller, anchor.item());
    int length = item.text().text().length();
    if (anchor.from() < 0 || anchor.to() <= anchor.from() || anchor.to() > length) {
      throw new Unusable("The item " + anchor.item() + " has only " + length + " characters.");
    }
    return new TranscriptAnchor(anchor.label(), item.id(), anchor.from(), anchor.to());
  }

  /// An item of this conversation; memories of other ids are refused.
  private ConversationItem known(Caller caller, String id) {
    var item = new ItemId(caller.session(), id);
    return Optional.ofNullable(transcripts.find(projectId(caller), List.of(item)).get(item))
        .orElseThrow(() -> unknownItem(id));
  }

  private static Unusable unknownItem(String id) {
    return new Unusable("There is no item " + id + " in this conversation.");
  }

  private Project project(Caller caller) {
    return projects.find(projectId(caller)).orElseThrow(() -> new Unusable("The project is gone."));
  }

  private static ProjectId projectId(Caller caller) {
    return caller.project().orElseThrow(() -> new Unusable("Choose or create a project first."));
  }
}
