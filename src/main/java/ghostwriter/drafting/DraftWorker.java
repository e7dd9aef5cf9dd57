package ghostwriter.drafting;

import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.Failure;
import ghostwriter.queue.LeaseLost;
import ghostwriter.queue.WorkerId;
import ghostwriter.vocabulary.ProjectId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Claims jobs and runs them. It has no thread and no clock of its own: [WorkerLoop] drives it, and
/// a test steps it.
@Component
class DraftWorker {
  private static final Logger log = LoggerFactory.getLogger(DraftWorker.class);

  private final DraftQueue queue;
  private final Drafter drafter;
  private final TransactionTemplate transaction;

  DraftWorker(DraftQueue queue, Drafter drafter, PlatformTransactionManager transactions) {
    this.queue = queue;
    this.drafter = drafter;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Takes up to `limit` due jobs.
  ///
  /// @throws ClaimInDoubt where nobody knows whether jobs were taken; any other exception means
  ///   that none were
  List<DraftJob> claim(WorkerId worker, int limit) {
    var taken = new AtomicBoolean();
    try {
      return transaction.execute(_ -> {
        List<DraftJob> claimed = queue.claim(worker, limit);
        taken.set(!claimed.isEmpty());
        return claimed;
      });
    } catch (RuntimeException failure) {
      // What fails before the commit is rolled back, whatever becomes of the connection.
      throw taken.get() ? new ClaimInDoubt(failure) : failure;
    }
  }

  /// A claim failed in its commit: the database may have committed it all the same.
  static final class ClaimInDoubt extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ClaimInDoubt(RuntimeException cause) {
      super("the commit of a claim failed", cause);
    }
  }

  /// Claims at most one job and runs it to its end on this thread.
  ///
  /// @return whether there was one
  boolean runOnce(WorkerId worker) {
    List<DraftJob> claimed = claim(worker, 1);
    claimed.forEach(this::run);
    return !claimed.isEmpty();
  }

  /// Runs a claimed job and records how it went. A worker that has lost the job leaves no trace.
  void run(DraftJob job) {
    try {
      record(job, attempt(job));
    } catch (LeaseLost lost) {
      log.atWarn().addKeyValue("job", job.id()).log("lost the lease, dropped the result");
    }
  }

  private JobOutcome attempt(DraftJob job) {
    try {
      return drafter.draft(job);
    } catch (LeaseLost lost) {
      throw lost;
    } catch (RuntimeException | Error failure) {
      // Errors too: a job whose thread just ended would count as running for ever.
      // Only the kind is told: a message may hold what the client said.
      boolean interrupted = Thread.currentThread().isInterrupted();
      log.atLevel(interrupted ? Level.INFO : Level.ERROR)
          .addKeyValue("job", job.id())
          .addKeyValue("failure", failure.getClass().getName())
          .log(interrupted ? "a draft was interrupted" : "a draft failed");
      return new JobOutcome.TryLater(
          Failure.of("The draft failed inside the server."), Duration.ZERO);
    }
  }

  private void record(DraftJob job, JobOutcome outcome) {
    try {
      end(job, outcome);
    } catch (LeaseLost lost) {
      outcome.usage().ifPresent(usage -> queue.countInVain(job, usage));
      throw lost;
    }
  }

  private void end(DraftJob job, JobOutcome outcome) {
    transaction.executeWithoutResult(_ -> {
      switch (outcome) {
        case JobOutcome.Finished() -> log(job, "drafted");
        case JobOutcome.TryLater(var failure, var wait) -> queue.fail(job, failure, wait);
        case JobOutcome.GiveUp(var failure) -> queue.giveUp(job, failure);
      }
    });
  }

  private static void log(DraftJob job, String what) {
    log.atInfo()
        .addKeyValue("project", job.project())
        .addKeyValue("job", job.id())
        .addKeyValue("attempt", job.attempts())
        .log(what);
  }

  /// Hands a job back as it was, at no cost.
  void release(DraftJob job) {
    try {
      transaction.executeWithoutResult(_ -> queue.release(job));
    } catch (LeaseLost lost) {
      log(job, "was taken over before it could be handed back");
    }
  }

  /// Takes jobs back from workers that are gone, at most `limit`.
  ///
  /// @return how many
  int rescue(int limit) {
    int rescued = 0;
    for (ProjectId project : queue.lost(limit)) {
      if (Boolean.TRUE.equals(transaction.execute(_ -> queue.rescue(project)))) {
        rescued++;
      }
    }
    return rescued;
  }
}
