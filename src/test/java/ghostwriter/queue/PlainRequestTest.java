package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.feed.Hints;
import ghostwriter.queue.EnqueueResult.Enqueued;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What is asked for in one call of the database leaves exactly what it leaves step by step.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainRequestTest {
  private static final int STORIES = 60;
  private static final int STEPS = 25;
  private static final List<String> SUMMARIES = List.of("", " \u2003", "the harbour", "the storm");
  private static final int[] PAUSES = {900, 2_500, 30_000, 91_000};

  private final Desk desk = new Desk();
  private final Requests stepByStep =
      new Requests(
          new SlotStore(desk.house.sql),
          new JobStore(desk.house.sql, desk.house.json),
          new LineStore(desk.house.sql, desk.house.json),
          new RequestStore(desk.house.sql),
          desk.house.feed,
          desk.house.hints,
          desk.house.ids);
  private final List<DraftJob> running = new ArrayList<>();

  @AfterAll
  void close() {
    desk.close();
  }

  @BeforeEach
  void clear() {
    desk.clear();
  }

  @Test
  void eachWayOfAskingLeavesTheSame() {
    long first = Long.getLong("queue.seed", System.nanoTime());
    for (long seed = first; seed < first + STORIES; seed++) {
      try {
        desk.clear();
        running.clear();
        play(new Random(seed), projects());
      } catch (AssertionError failure) {
        throw new AssertionError("repeat with -Dqueue.seed=" + seed, failure);
      }
    }
  }

  /// One project for each way of asking; whatever happens, happens in all of them.
  private List<ProjectId> projects() {
    return Stream.generate(() -> new ProjectId(UUID.randomUUID()))
        .limit(3)
        .peek(desk::bareProject)
        .toList();
  }

  private void play(Random random, List<ProjectId> projects) {
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3, 4 -> ask(random, projects);
        case 5 -> refine(random, projects);
        case 6 -> running.addAll(desk.claim(Desk.ALICE, 3));
        case 7 -> each(projects, end(random));
        case 8 -> each(projects, job -> desk.queue.keepAnswer(job, desk.answer(job), "{}"));
        default -> desk.clock.advance(Duration.ofMillis(PAUSES[random.nextInt(PAUSES.length)]));
      }
      assertThat(projects.stream().map(this::left).distinct()).as("step %d", step).hasSize(1);
    }
  }

  private void ask(Random random, List<ProjectId> projects) {
    Function<ProjectId, DraftRequest> request = request(random);
    EnqueueResult slow =
        desk.house.inTransaction(
            () -> stepByStep.enqueue(request.apply(projects.getFirst()), desk.clock.instant()));
    EnqueueResult joined =
        desk.house.inTransaction(() -> desk.queue.enqueue(request.apply(projects.get(1))));
    EnqueueResult alone = desk.askAlone(request.apply(projects.getLast()));

    assertThat(joined).hasSameClassAs(slow);
    assertThat(alone).hasSameClassAs(slow);
  }

  private static Function<ProjectId, DraftRequest> request(Random random) {
    var urgency = Urgency.ofLevel(random.nextInt(3));
    var summary = new Words(SUMMARIES.get(random.nextInt(SUMMARIES.size())));
    List<ItemId> items = items(random);
    List<TranscriptAnchor> anchors =
        items(random).stream().map(it -> new TranscriptAnchor("There", it, 0, 9)).toList();
    Map<String, Object> context =
        Map.of("key_" + random.nextInt(2), random.nextInt(2), "deep", Map.of("er", 1));
    return project ->
        new DraftRequest(
            project, Optional.of(Desk.TALK), urgency, summary, items, anchors, context);
  }

  private static List<ItemId> items(Random random) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(_ -> Desk.item("item_" + random.nextInt(6)))
        .toList();
  }

  private void refine(Random random, List<ProjectId> projects) {
    var section = new SectionId(new UUID(7, random.nextInt(2)));
    projects.forEach(project -> desk.refine(project, section, "Make it shorter."));
  }

  private Consumer<DraftJob> end(Random random) {
    int how = random.nextInt(4);
    return job -> {
      running.remove(job);
      switch (how) {
        case 0 -> desk.fail(job);
        case 1 -> desk.release(job);
        default -> desk.finish(job);
      }
    };
  }

  private void each(List<ProjectId> projects, Consumer<DraftJob> what) {
    List.copyOf(running).stream().filter(job -> projects.contains(job.project())).forEach(what);
  }

  /// Slot, jobs, remembered requests and news of a project, with its jobs by their places instead
  /// of their ids.
  private String left(ProjectId project) {
    return desk.house
        .sql
        .sql(
            """
            with job as (
              select id, row_number() over (order by id) as place from draft_job where project_id = :p)
            select jsonb_build_object(
              'slot', (
                select to_jsonb(s) - 'project_id' - 'running_job' - 'waiting_job' || jsonb_build_object(
                         'running', (select place from job where id = s.running_job),
                         'waiting', (select place from job where id = s.waiting_job))
                  from draft_slot s where project_id = :p),
              'jobs', (
                select jsonb_agg(
                         to_jsonb(j) - 'project_id' - 'id' - 'merged_into' || jsonb_build_object(
                           'merged', (select place from job where id = j.merged_into))
                         order by j.id)
                  from draft_job j where project_id = :p),
              'requests', (
                select jsonb_agg(
                         to_jsonb(r) - 'project_id' - 'job_id' || jsonb_build_object(
                           'job', (select place from job where id = r.job_id))
                         order by r.summary_hash)
                  from draft_request r where project_id = :p),
              'news', (
                select jsonb_agg(
                         to_jsonb(e) - 'project_id' - 'payload' || jsonb_build_object(
                           'payload', e.payload - 'projectId' - 'jobId',
                           'job', (select place from job where id::text = e.payload ->> 'jobId'))
                         order by e.seq)
                  from feed_event e where project_id = :p))
            """)
        .param("p", project.value())
        .query(String.class)
        .single();
  }

  @Test
  void whoeverListensIsToldOfARequestThatIsATransactionOfItsOwn() {
    var project = desk.project();
    List<Hints.Topic> heard = new ArrayList<>();
    try (var _ = desk.house.hints.listen(Hints.Topic.FEED, hint -> heard.add(hint.topic()));
        var _ = desk.house.hints.listen(Hints.Topic.DRAFTS, hint -> heard.add(hint.topic()))) {
      assertThat(desk.queue.enqueueAlone(DraftRequest.of(project, Urgency.HIGH, Words.NONE)))
          .containsInstanceOf(Enqueued.class);
    }

    assertThat(heard).containsExactly(Hints.Topic.FEED, Hints.Topic.DRAFTS);
  }

  @Test
  void aTransactionOfItsOwnIsRefusedInsideAnother() {
    var request = DraftRequest.of(desk.project(), Urgency.HIGH, Words.NONE);

    assertThatThrownBy(() -> desk.house.inTransaction(() -> desk.queue.enqueueAlone(request)))
        .isInstanceOf(IllegalStateException.class);
  }
}
