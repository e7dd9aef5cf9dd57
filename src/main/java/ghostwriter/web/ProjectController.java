package ghostwriter.web;

import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.document.Documents;
import ghostwriter.document.Documents.Head;
import ghostwriter.feed.Hints;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Project;
import ghostwriter.project.Projects;
import ghostwriter.queue.DraftQueue;
import ghostwriter.transcript.Transcripts;
import ghostwriter.transcript.Transcripts.Extent;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Projects and the kinds of book they can be.
@RestController
class ProjectController {
  record ProjectForm(@Nullable String title, @Nullable String kind, @Nullable String language) {}

  record KindView(String id, String label, List<FieldView> fields, List<HeadingView> outline) {}

  record FieldView(String name, String label, boolean required) {}

  record HeadingView(String heading) {}

  private final Projects projects;
  private final BookKinds kinds;
  private final Documents documents;
  private final Transcripts transcripts;
  private final DraftQueue queue;
  private final Hints hints;
  private final Access access;
  private final Notices notices;
  private final TransactionTemplate transaction;

  ProjectController(
      Projects projects,
      BookKinds kinds,
      Documents documents,
      Transcripts transcripts,
      DraftQueue queue,
      Hints hints,
      Access access,
      Notices notices,
      PlatformTransactionManager transactions) {
    this.projects = projects;
    this.kinds = kinds;
    this.documents = documents;
    this.transcripts = transcripts;
    this.queue = queue;
    this.hints = hints;
    this.access = access;
    this.notices = notices;
    this.transaction = new TransactionTemplate(transactions);
  }

  @GetMapping("/api/kinds")
  List<KindView> kinds() {
    return kinds.all().stream().map(ProjectController::kindView).toList();
  }

  private static KindView kindView(BookKind kind) {
    return new KindView(
        kind.id(),
        kind.label(),
        kind.fields().stream()
            .map(field -> new FieldView(field.name(), field.label(), field.required()))
            .toList(),
        kind.outline().stream().map(entry -> new HeadingView(entry.heading())).toList());
  }

  @GetMapping("/api/projects")
  List<ProjectView> list() {
    return views(projects.of(access.person()));
  }

  @PostMapping("/api/projects")
  @ResponseStatus(HttpStatus.CREATED)
  ProjectView create(@RequestBody ProjectForm form) {
    Person person = access.beginner();
    String title = Given.title(form.title());
    BookKind kind = Given.kind(form.kind(), kinds);
    Locale language = Given.language(form.language());
    return view(transaction.execute(_ -> projects.create(title, kind, language, person)));
  }

  @GetMapping("/api/projects/{project}")
  ProjectView find(@PathVariable ProjectId project) {
    return view(access.read(project));
  }

  @DeleteMapping("/api/projects/{project}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable ProjectId project) {
    access.write(project);
    projects.remove(project);
    hints.send(Hints.Hint.feed(project));
  }

  private ProjectView view(Project project) {
    return views(List.of(project)).getFirst();
  }

  /// A few statements for all of them; a project that goes away meanwhile is told as an empty one.
  private List<ProjectView> views(List<Project> shown) {
    List<ProjectId> ids = shown.stream().map(Project::id).toList();
    var extents = transcripts.extents(ids);
    var heads = documents.heads(ids);
    var jobs = queue.latest(ids);
    return shown.stream()
        .map(project ->
            ProjectView.of(
                project,
                role(project),
                extents.getOrDefault(project.id(), Extent.NOTHING),
                heads.getOrDefault(project.id(), new Head(0, Words.NONE)),
                Optional.ofNullable(jobs.get(project.id())),
                notices.of(project)))
        .toList();
  }

  private Role role(Project project) {
    Person person = access.person();
    return person.operator() ? Role.OPERATOR : access.role(project.id());
  }
}
