package ghostwriter.drafting;

import ghostwriter.queue.DraftJob;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.JobId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Holds the runs of one worker, each at the step that was ordered for it, and tells on standard
/// output `asks JOB` when the model is asked, `at JOB` when a run is held and `over JOB` when one
/// has ended. A run that is held heeds no interruption: it stands for a thread that stalls.
final class HeldRuns {
  private static final ScopedValue<JobId> RUNNING = ScopedValue.newInstance();

  private final Map<JobId, Step> holds = new ConcurrentHashMap<>();
  private final Map<JobId, CountDownLatch> answers = new ConcurrentHashMap<>();
  private final CountDownLatch open = new CountDownLatch(1);

  void hold(JobId job, Step step) {
    holds.put(job, step);
  }

  /// The model has answered.
  void answer(JobId job) {
    answer(job, open).countDown();
  }

  /// Lets all runs go on, and the model answer at once.
  void letGo() {
    open.countDown();
    answers.values().forEach(CountDownLatch::countDown);
  }

  DraftWorker worker(TestHouse house) {
    var drafter = Workbench.drafter(house, this::draft, new Transactions(house.transactions));
    return new DraftWorker(house.queue, drafter, house.transactions) {
      @Override
      void run(DraftJob job) {
        ScopedValue.where(RUNNING, job.id())
            .run(() -> {
              try {
                super.run(job);
              } finally {
                tell("over");
              }
            });
      }
    };
  }

  private Answer draft(Brief brief) {
    tell("asks");
    await(answer(RUNNING.get(), open));
    return ScriptedModel.quoting(brief);
  }

  private CountDownLatch answer(JobId job, CountDownLatch open) {
    return answers.computeIfAbsent(job, _ -> new CountDownLatch(open.getCount() == 0 ? 0 : 1));
  }

  private void reach(Step step) {
    if (holds.get(RUNNING.get()) == step) {
      tell("at");
      await(open);
    }
  }

  private void tell(String what) {
    System.out.println(what + " " + RUNNING.get());
  }

  private static void await(CountDownLatch latch) {
    boolean passed = false;
    while (!passed) {
      try {
        latch.await();
        passed = true;
      } catch (InterruptedException stalled) {
        // Goes on waiting, and then as if nobody had asked it to stop.
      }
    }
  }

  /// The drafter's transactions: one that reads, and one that publishes.
  private final class Transactions implements PlatformTransactionManager {
    private final PlatformTransactionManager real;

    private Transactions(PlatformTransactionManager real) {
      this.real = real;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
      boolean reads = definition != null && definition.isReadOnly();
      reach(reads ? Step.CLAIMED : Step.STORED);
      return real.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
      boolean publishes = !status.isReadOnly();
      if (publishes) {
        reach(Step.APPLIED);
        TransactionSynchronizationManager.registerSynchronization(new BehindTheNews());
      }
      real.commit(status);
      if (publishes) {
        reach(Step.COMMITTED);
      }
    }

    @Override
    public void rollback(TransactionStatus status) {
      real.rollback(status);
    }
  }

  /// The news is written before the commit; this comes between both.
  private final class BehindTheNews implements TransactionSynchronization {
    @Override
    public void beforeCompletion() {
      reach(Step.REPORTED);
    }
  }
}
