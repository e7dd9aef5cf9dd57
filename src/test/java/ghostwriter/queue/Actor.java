package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// One client, one worker and one operator in a [QueueStory]: asks, works, fails, dies and steps in
/// at random. Used by one thread.
final class Actor {
  private static final List<String> SUMMARIES = List.of("", "the harbour", "the storm");
  private static final List<SectionId> SECTIONS =
      List.of(new SectionId(new UUID(7, 1)), new SectionId(new UUID(7, 2)));
  private static final int[] STEPS = {50, 900, 2_500, 5_500, 9_000};

  private final QueueStory story;
  private final Desk desk;
  private final Random random;
  private final List<DraftJob> held = new ArrayList<>();
  private final List<DraftJob> lost = new ArrayList<>();
  private WorkerId worker = new WorkerId(UUID.randomUUID());

  Actor(QueueStory story, long seed) {
    this.story = story;
    this.desk = story.desk;
    this.random = new Random(seed);
    beat();
  }

  void actTimes(int times) {
    for (int i = 0; i < times; i++) {
      act();
      beat();
    }
  }

  void act() {
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> ask();
      case 15 -> refine();
      case 4, 5, 6 -> claim(1 + random.nextInt(2));
      case 7, 8, 9 -> work();
      case 10 -> desk.clock.advance(Duration.ofMillis(STEPS[random.nextInt(STEPS.length)]));
      case 11 -> die();
      default -> stepIn();
    }
  }

  void beat() {
    desk.queue.beat(worker);
  }

  private void ask() {
    var project = story.projects.get(random.nextInt(story.projects.size()));
    List<String> items =
        IntStream.range(0, random.nextInt(3)).mapToObj(_ -> "item_" + random.nextInt(40)).toList();
    // Told first: another thread may draft and check it before this one goes on.
    List<ItemId> pointers = items.stream().map(Desk::item).toList();
    story.asked(project, pointers);
    var request =
        Desk.request(
            project,
            Urgency.ofLevel(random.nextInt(3)),
            SUMMARIES.get(random.nextInt(SUMMARIES.size())),
            items.toArray(String[]::new));
    if (random.nextBoolean()) {
      desk.askAlone(request);
    } else {
      desk.house.inTransaction(() -> desk.queue.enqueue(request));
    }
  }

  private void refine() {
    desk.refine(
        story.projects.get(random.nextInt(story.projects.size())),
        SECTIONS.get(random.nextInt(SECTIONS.size())),
        SUMMARIES.get(random.nextInt(SUMMARIES.size())));
  }

  void claim(int limit) {
    for (DraftJob job : desk.claim(worker, limit)) {
      job.answer().ifPresent(answer -> story.answered(job, desk.seen(answer)));
      // Among threads another one may have taken the job over and answered it by now.
      if (!story.isAmongThreads()) {
        assertThat(story.hasAnswer(job)).isEqualTo(job.answer().isPresent());
      }
      held.add(job);
    }
  }

  private void work() {
    if (held.isEmpty()) {
      return;
    }
    DraftJob job = held.get(random.nextInt(held.size()));
    switch (random.nextInt(8)) {
      case 0 -> answer(job);
      case 1, 2 -> end(job, () -> desk.fail(job));
      case 3 -> end(job, () -> desk.house.doInTransaction(() -> desk.queue.giveUp(job, "refused")));
      case 4 -> end(job, () -> desk.release(job));
      default -> finish(job);
    }
  }

  /// Asks the model once a job, as the drafter does.
  private boolean answer(DraftJob job) {
    if (!story.hasAnswer(job)) {
      try {
        desk.queue.keepAnswer(job, desk.answer(job), "{}");
        story.answered(job, job.messagePointers());
      } catch (LeaseLost taken) {
        held.remove(job);
        return false;
      }
    }
    return true;
  }

  private void finish(DraftJob job) {
    if (answer(job)) {
      var finish = Desk.finish(random.nextBoolean());
      end(
          job,
          () -> {
            desk.house.doInTransaction(() -> desk.queue.finish(job, finish));
            story.published(job);
          });
    }
  }

  void finishAll() {
    List.copyOf(held).forEach(this::finish);
  }

  /// Does what the operator may. Among threads the job may stand otherwise by then, which is said
  /// and changes nothing.
  private void stepIn() {
    var project = story.projects.get(random.nextInt(story.projects.size()));
    switch (random.nextInt(4)) {
      case 0 -> desk.drain();
      case 1 ->
          any(story.jobs(project, JobStatus.ERROR, JobStatus.CANCELLED)).ifPresent(desk::retry);
      default ->
          any(story.jobs(project, JobStatus.QUEUED, JobStatus.RUNNING)).ifPresent(desk::cancel);
    }
  }

  private Optional<JobId> any(List<JobId> jobs) {
    return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(random.nextInt(jobs.size())));
  }

  private void end(DraftJob job, Runnable how) {
    held.remove(job);
    try {
      how.run();
    } catch (LeaseLost taken) {
      // Many steps of the clock by other threads may outrun this one's beats.
      lost.add(job);
    }
  }

  /// The worker is gone without a word and another one comes in its place, which once in a while
  /// finds what the dead one held and tries to go on with it.
  private void die() {
    WorkerId dead = worker;
    lost.addAll(held);
    held.clear();
    worker = new WorkerId(UUID.randomUUID());
    beat();
    desk.queue.retire(dead);
    rescueTheLost();
    for (DraftJob job : lost) {
      assertThatThrownBy(() -> desk.finish(job)).isInstanceOf(LeaseLost.class);
    }
  }

  void rescueTheLost() {
    desk.queue.lost(100).forEach(desk::rescue);
  }
}
