package ghostwriter.web;

import ghostwriter.blueprint.Blueprint;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.queue.CareResult.Done;
import ghostwriter.queue.CareResult.PartOf;
import ghostwriter.queue.CareResult.Unknown;
import ghostwriter.queue.CareResult.WrongState;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.EnqueueResult;
import ghostwriter.queue.JobStatus;
import ghostwriter.queue.QueueCare;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks for drafts as people do, and says what became of it.
@Component
class DraftDesk {
  record EnqueuedView(String outcome, JobView job) {}

  private final DraftQueue queue;
  private final QueueCare care;
  private final Blueprints blueprints;
  private final TransactionTemplate transaction;

  DraftDesk(
      DraftQueue queue,
      QueueCare care,
      Blueprints blueprints,
      PlatformTransactionManager transactions) {
    this.queue = queue;
    this.care = care;
    this.blueprints = blueprints;
    this.transaction = new TransactionTemplate(transactions);
  }

  EnqueuedView ask(DraftRequest request) {
    requireBlueprint(request.project());
    EnqueueResult result =
        queue
            .enqueueAlone(request)
            .orElseGet(() -> transaction.execute(_ -> queue.enqueue(request)));
    String outcome = result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return new EnqueuedView(
        outcome, JobView.of(queue.find(request.project(), result.job()).orElseThrow()));
  }

  /// Asks for the same as a job that failed or was withdrawn: with its pointers, or for the same
  /// section.
  JobView again(ProjectId project, JobId job) {
    requireBlueprint(project);
    return switch (transaction.execute(_ -> care.retry(project, job))) {
      case Done(var asked) -> JobView.of(asked.job());
      case Unknown() -> throw Problem.notFound("There is no such job; look at the list of jobs.");
      case PartOf(_) -> throw Problem.conflict("Another job took this one in and does its work.");
      case WrongState(var status) -> throw notAgain(status);
    };
  }

  private static Problem notAgain(JobStatus status) {
    return Problem.conflict(
        switch (status) {
          case QUEUED, RUNNING -> "This draft is on its way already.";
          case COMPLETE, ERROR, CANCELLED ->
              "This draft went well; to have more of it, ask for a new one.";
        });
  }

  private void requireBlueprint(ProjectId project) {
    if (blueprints.of(project).committedAt().isEmpty()) {
      throw Problem.conflict(Blueprint.NOT_COMMITTED);
    }
  }
}
