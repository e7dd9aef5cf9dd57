package ghostwriter.web;

import ghostwriter.ops.LongTransactions;
import ghostwriter.project.Projects;
import ghostwriter.queue.CareResult.Done;
import ghostwriter.queue.CareResult.PartOf;
import ghostwriter.queue.CareResult.Unknown;
import ghostwriter.queue.CareResult.WrongState;
import ghostwriter.queue.JobStatus;
import ghostwriter.queue.ListedJob;
import ghostwriter.queue.QueueCare;
import ghostwriter.queue.QueueOverview;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The draft queue over all projects, for the operator.
@RestController
class QueueController {
  private static final int MOST = 200;

  record DrainedView(int released) {}

  private final QueueCare queue;
  private final Projects projects;
  private final LongTransactions transactions;
  private final Access access;
  private final TransactionTemplate transaction;

  QueueController(
      QueueCare queue,
      Projects projects,
      LongTransactions transactions,
      Access access,
      PlatformTransactionManager manager) {
    this.queue = queue;
    this.projects = projects;
    this.transactions = transactions;
    this.access = access;
    this.transaction = new TransactionTemplate(manager);
  }

  @GetMapping("/api/queue")
  QueueView overview(
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(defaultValue = "50") int limit) {
    access.operator();
    if (limit < 1 || limit > MOST) {
      throw Problem.badRequest("The limit must be 1 to " + MOST + ".");
    }
    QueueOverview overview = queue.overview(Given.jobStatus(status), limit);
    Set<ProjectId> named =
        overview.jobs().stream().map(ListedJob::project).collect(Collectors.toSet());
    return QueueView.of(overview, projects.titles(named), transactions.now());
  }

  @GetMapping("/api/queue/jobs/{job}")
  QueueView.InFull show(@PathVariable JobId job) {
    access.operator();
    return queue
        .show(job)
        .map(found -> QueueView.InFull.of(found, title(found.request().project())))
        .orElseThrow(QueueController::unknown);
  }

  @PostMapping("/api/queue/drain")
  DrainedView drain() {
    access.operator();
    return new DrainedView(within(queue::drain));
  }

  @PostMapping("/api/queue/jobs/{job}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  QueueView.Listed retry(@PathVariable JobId job) {
    access.operator();
    return switch (within(() -> queue.retry(job))) {
      case Done(var asked) -> view(asked);
      case Unknown() -> throw unknown();
      case PartOf(var other) -> throw partOf(other);
      case WrongState(var status) -> throw notRetried(status);
    };
  }

  @PostMapping("/api/queue/jobs/{job}/cancel")
  QueueView.Listed cancel(@PathVariable JobId job) {
    access.operator();
    return switch (within(() -> queue.cancel(job))) {
      case Done(var cancelled) -> view(cancelled);
      case Unknown() -> throw unknown();
      case PartOf(var other) -> throw partOf(other);
      case WrongState(var status) -> throw notCancelled(status);
    };
  }

  private <T> T within(Supplier<T> change) {
    return Objects.requireNonNull(transaction.execute(_ -> change.get()));
  }

  private QueueView.Listed view(ListedJob job) {
    return QueueView.Listed.of(job, title(job.project()));
  }

  private String title(ProjectId project) {
    return projects.titles(List.of(project)).getOrDefault(project, "");
  }

  private static Problem unknown() {
    return Problem.notFound("There is no such job; look at the list of the queue.");
  }

  private static Problem partOf(JobId other) {
    return Problem.conflict("Job " + other + " took this one in; use that one.");
  }

  private static Problem notRetried(JobStatus status) {
    return Problem.conflict(
        switch (status) {
          case QUEUED -> "The job still waits; drain the queue to let it start now.";
          case RUNNING -> "The job is at work; wait for its end, or cancel it first.";
          case COMPLETE, ERROR, CANCELLED -> "The job went well, so there is nothing to retry.";
        });
  }

  private static Problem notCancelled(JobStatus status) {
    return Problem.conflict(
        switch (status) {
          case CANCELLED -> "The job is cancelled already.";
          case ERROR -> "The job has failed already, so there is nothing to cancel.";
          case COMPLETE, QUEUED, RUNNING ->
              "The job is complete; what it wrote can be undone in the document.";
        });
  }
}
