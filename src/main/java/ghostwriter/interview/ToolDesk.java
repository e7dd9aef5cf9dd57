package ghostwriter.interview;

import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.blueprint.CommitResult;
import ghostwriter.blueprint.Field;
import ghostwriter.interview.ToolArguments.Unusable;
import ghostwriter.interview.ToolCall.Anchor;
import ghostwriter.notebook.MarkResult;
import ghostwriter.notebook.Notebook;
import ghostwriter.notebook.PointResult;
import ghostwriter.notebook.Todo;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Project;
import ghostwriter.project.Projects;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.EnqueueResult;
import ghostwriter.queue.JobStatus;
import ghostwriter.queue.TranscriptAnchor;
import ghostwriter.transcript.AssignResult;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Mode;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Locale;
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

  private static final int MOST_PROJECTS = 50;

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
      return answer(caller, arguments.read(tool, given));
    } catch (Unusable unusable) {
      return same(
          caller, json.createObjectNode().put("error", String.valueOf(unusable.getMessage())));
    }
  }

  private Answer answer(Caller caller, ToolCall call) {
    return switch (call) {
      case ToolCall.ListProjects() -> same(caller, listed(caller));
      case ToolCall.CreateProject create -> same(caller, create(caller, create));
      case ToolCall.AssignProject(ProjectId project) -> assign(caller, project);
      case ToolCall.SyncField sync -> same(caller, sync(project(caller), sync));
      case ToolCall.CommitBlueprint() -> commit(caller);
      case ToolCall.CreateNote note -> same(caller, note(caller, note));
      case ToolCall.CreateTodo(Words text) -> same(caller, remind(caller, text));
      case ToolCall.UpdateTodo update -> same(caller, mark(caller, update));
      case ToolCall.Point(Anchor anchor) -> same(caller, point(caller, anchor));
      case ToolCall.QueueDraft draft -> same(caller, draft(caller, draft));
    };
  }

  private static Answer same(Caller caller, ObjectNode output) {
    return new Answer(output.toString(), caller.mode(), caller.project());
  }

  private ObjectNode says(String name, Object value) {
    return json.createObjectNode().put(name, value.toString());
  }

  private ObjectNode listed(Caller caller) {
    requireUnassigned(caller);
    ObjectNode output = json.createObjectNode();
    var list = output.putArray("projects");
    for (Project project : projects.writable(caller.person(), MOST_PROJECTS)) {
      list.addObject()
          .put("projectId", project.id().toString())
          .put("title", project.title())
          .put("kind", project.kind());
    }
    return output;
  }

  private ObjectNode create(Caller caller, ToolCall.CreateProject create) {
    requireUnassigned(caller);
    if (!accounts.mayBegin(caller.person())) {
      throw new Unusable("This client may not begin a project; an operator can allow it.");
    }
    BookKind kind =
        kinds
            .find(create.kind())
            .orElseThrow(() ->
                new Unusable("The kind must be memoir, biography, business-book or article."));
    Project project = projects.create(create.title(), kind, create.language(), caller.person());
    return says("projectId", project.id()).put("title", project.title());
  }

  /// In a session that belongs to a project its other authors talk as well: whoever began it shows
  /// them no other books and begins none at their word.
  private static void requireUnassigned(Caller caller) {
    if (caller.project().isPresent()) {
      throw assigned();
    }
  }

  private static Unusable assigned() {
    return new Unusable(
        "This conversation belongs to a project already; for another book, begin a new one.");
  }

  private Answer assign(Caller caller, ProjectId id) {
    requireUnassigned(caller);
    Project project = choosable(caller, id);
    if (transcripts.assign(caller.session(), id) instanceof AssignResult.AlreadyAssigned) {
      throw assigned();
    }
    Mode mode = isCommitted(id) ? Mode.GHOSTWRITING : Mode.INTAKE;
    ObjectNode output =
        says("projectId", id).put("title", project.title()).put("mode", mode.code());
    return new Answer(output.toString(), mode, Optional.of(id));
  }

  private Project choosable(Caller caller, ProjectId id) {
    return projects
        .find(id)
        .filter(_ ->
            accounts
                .roleOf(caller.person(), id)
                .filter(role -> role.atLeast(Role.AUTHOR))
                .isPresent())
        .orElseThrow(() -> new Unusable("The client has no such project; see list_projects."));
  }

  private ObjectNode sync(Project project, ToolCall.SyncField sync) {
    BookKind kind = kinds.find(project.kind()).orElseThrow();
    List<String> names = kind.fields().stream().map(BookKind.Field::name).toList();
    if (!names.contains(sync.field())) {
      throw new Unusable(
          "There is no field of that name; the fields are " + String.join(", ", names) + ".");
    }
    blueprints.answer(project.id(), new Field(sync.field(), sync.value(), Field.Origin.CLIENT));
    ObjectNode output = says("field", sync.field());
    blueprints.gaps(blueprints.of(project.id()), kind).forEach(output.putArray("missing")::add);
    return output;
  }

  private Answer commit(Caller caller) {
    Project project = project(caller);
    BookKind kind = kinds.find(project.kind()).orElseThrow();
    ObjectNode output = json.createObjectNode();
    return switch (blueprints.commit(project.id(), kind)) {
      case CommitResult.Committed() -> {
        output.put("committed", true).put("mode", Mode.GHOSTWRITING.code());
        yield new Answer(output.toString(), Mode.GHOSTWRITING, caller.project());
      }
      case CommitResult.Gaps(List<String> gaps) -> {
        output.put("committed", false);
        output.put(
            "error", "Still unanswered: " + String.join(", ", gaps) + ". Ask for them first.");
        gaps.forEach(output.putArray("gaps")::add);
        yield same(caller, output);
      }
    };
  }

  private ObjectNode note(Caller caller, ToolCall.CreateNote note) {
    Optional<ItemId> source = items(caller).find(note.item()).map(ConversationItem::id);
    return says("noteId", notebook.note(projectId(caller), note.kind(), note.text(), source));
  }

  private ObjectNode remind(Caller caller, Words text) {
    return says("todoId", notebook.remind(projectId(caller), text));
  }

  private ObjectNode mark(Caller caller, ToolCall.UpdateTodo update) {
    return switch (notebook.mark(projectId(caller), update.todo(), update.status())) {
      case MarkResult.Marked(Todo todo) ->
          says("todoId", todo.id()).put("status", todo.status().name().toLowerCase(Locale.ROOT));
      case MarkResult.OpenAnew() -> throw new Unusable("The same is open already.");
      case MarkResult.UnknownTodo() ->
          throw new Unusable("There is no such todo; STATE lists the open ones.");
    };
  }

  private ObjectNode point(Caller caller, Anchor anchor) {
    TranscriptAnchor passage = items(caller).passage(anchor);
    return switch (notebook.point(
        projectId(caller), passage.item(), passage.label(), passage.from(), passage.to())) {
      case PointResult.Pointed(var id) -> says("pointerId", id);
      case PointResult.UnknownItem(), PointResult.OutOfRange _ ->
          throw new Unusable("That passage has changed meanwhile; point to it again.");
    };
  }

  private ObjectNode draft(Caller caller, ToolCall.QueueDraft draft) {
    ProjectId project = projectId(caller);
    if (!draft.project().equals(project)) {
      throw new Unusable("This conversation belongs to another project: " + project + ".");
    }
    if (!isCommitted(project)) {
      throw new Unusable("Drafting begins once the blueprint stands; call commit_blueprint first.");
    }
    EnqueueResult result = queue.enqueue(request(caller, draft));
    ObjectNode output = says("jobId", result.job());
    return switch (result) {
      case EnqueueResult.Enqueued _, EnqueueResult.Merged _ ->
          output.put("state", JobStatus.QUEUED.word());
      case EnqueueResult.Repeated(var job) ->
          output
              .put("state", queue.find(project, job).orElseThrow().status().word())
              .put("repeated", true);
    };
  }

  private DraftRequest request(Caller caller, ToolCall.QueueDraft draft) {
    return new DraftRequest(
        draft.project(),
        Optional.of(caller.session()),
        draft.urgency(),
        draft.summary(),
        items(caller).find(draft.items()),
        draft.anchors().stream().map(items(caller)::passage).toList(),
        draft.context());
  }

  private boolean isCommitted(ProjectId project) {
    return blueprints.of(project).committedAt().isPresent();
  }

  private ItemFinder items(Caller caller) {
    return new ItemFinder(transcripts, projectId(caller), caller.session());
  }

  private Project project(Caller caller) {
    return projects.find(projectId(caller)).orElseThrow(() -> new Unusable("The project is gone."));
  }

  private static ProjectId projectId(Caller caller) {
    return caller.project().orElseThrow(() -> new Unusable("Choose or create a project first."));
  }
}
