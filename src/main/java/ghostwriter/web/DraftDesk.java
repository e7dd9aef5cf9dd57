package ghostwriter.web;

import ghostwriter.blueprint.Blueprints;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.EnqueueResult;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks for drafts as people do, and says what became of it.
@Component
class DraftDesk {
  record EnqueuedView(String outcome, JobView job) {}

  private final DraftQueue queue;
  private final Blueprints blueprints;
  private final TransactionTemplate transaction;

  DraftDesk(DraftQueue queue, Blueprints blueprints, PlatformTransactionManager transactions) {
    this.queue = queue;
    this.blueprints = blueprints;
    this.transaction = new TransactionTemplate(transactions);
  }

  EnqueuedView ask(DraftRequest request) {
    if (blueprints.of(request.project()).committedAt().isEmpty()) {
      throw Problem.conflict(
          "The blueprint is not committed yet; add a recording or finish the intake first.");
    }
    EnqueueResult result = transaction.execute(_ -> queue.enqueue(request));
    String outcome = result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return new EnqueuedView(
        outcome, JobView.of(queue.find(request.project(), result.job()).orElseThrow()));
  }
}
