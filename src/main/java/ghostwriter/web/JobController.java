package ghostwriter.web;

import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.DraftRequest;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import ghostwriter.web.DraftDesk.EnqueuedView;
import ghostwriter.web.Passages.PointerForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Draft jobs of a project.
@RestController
class JobController {
  /// How many jobs a list shows.
  private static final int LISTED = 50;

  /// The longest wish, in characters.
  private static final int MAX_SUMMARY = 2_000;

  record JobForm(
      @Nullable String urgency,
      @Nullable String summary,
      @Nullable Integer length,
      @Nullable List<@Nullable PointerForm> messagePointers) {}

  private final DraftQueue queue;
  private final DraftDesk desk;
  private final Passages passages;
  private final Access access;

  JobController(DraftQueue queue, DraftDesk desk, Passages passages, Access access) {
    this.queue = queue;
    this.desk = desk;
    this.passages = passages;
    this.access = access;
  }

  @GetMapping("/api/projects/{project}/jobs")
  List<JobView> list(@PathVariable ProjectId project) {
    access.read(project);
    return queue.jobs(project, LISTED).stream().map(JobView::of).toList();
  }

  @PostMapping("/api/projects/{project}/jobs")
  @ResponseStatus(HttpStatus.ACCEPTED)
  EnqueuedView enqueue(@PathVariable ProjectId project, @RequestBody JobForm form) {
    access.write(project);
    return desk.ask(request(project, form));
  }

  @PostMapping("/api/projects/{project}/jobs/{job}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  JobView retry(@PathVariable ProjectId project, @PathVariable JobId job) {
    access.write(project);
    return desk.again(project, job);
  }

  private DraftRequest request(ProjectId project, JobForm form) {
    String summary = form.summary() == null ? "" : form.summary().strip();
    if (summary.length() > MAX_SUMMARY) {
      throw Problem.badRequest(
          "The summary has more than " + MAX_SUMMARY + " characters; shorten it.");
    }
    int length = Given.length(form.length());
    return new DraftRequest(
        project,
        Optional.empty(),
        Given.urgency(form.urgency()),
        new Words(summary),
        passages.items(project, form.messagePointers()),
        List.of(),
        length > 0 ? Map.of("length", length) : Map.of());
  }
}
