package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A random story of a few projects, with an account kept beside it: what was asked for and what
/// the published answers had seen. It is the same story for the same seed where one thread plays
/// it.
final class QueueStory {
  private static final int PROJECTS = 3;

  final Desk desk;
  final List<ProjectId> projects;
  private final List<Actor> actors;
  private final Map<ProjectId, Set<ItemId>> asked = new ConcurrentHashMap<>();
  private final Map<ProjectId, Set<ItemId>> drafted = new ConcurrentHashMap<>();
  private volatile boolean amongThreads;
  private final Map<JobId, Set<ItemId>> answers = new ConcurrentHashMap<>();

  QueueStory(Desk desk, long seed, int actors) {
    this.desk = desk;
    this.projects = IntStream.range(0, PROJECTS).mapToObj(_ -> bareProject()).toList();
    this.actors = IntStream.range(0, actors).mapToObj(i -> new Actor(this, seed * 31 + i)).toList();
  }

  private ProjectId bareProject() {
    var project = new ProjectId(UUID.randomUUID());
    desk.bareProject(project);
    return project;
  }

  /// All actors by turns, each step followed by a look at the tables.
  void play(int steps) {
    for (int step = 0; step < steps; step++) {
      Instant before = desk.clock.instant();
      actors.get(step % actors.size()).act();
      if (desk.clock.instant().isAfter(before)) {
        actors.forEach(Actor::beat);
      }
      assertThat(disagreements()).as("slots and jobs that disagree").isZero();
    }
  }

  boolean isAmongThreads() {
    return amongThreads;
  }

  /// All actors at once, each on a thread of its own.
  void playTogether(int steps) throws Exception {
    amongThreads = true;
    try (var threads = Executors.newFixedThreadPool(actors.size())) {
      var played =
          actors.stream().map(actor -> threads.submit(() -> actor.actTimes(steps))).toList();
      for (var one : played) {
        one.get();
      }
    }
    assertThat(disagreements()).as("slots and jobs that disagree").isZero();
  }

  /// The jobs of a project that stand so, in the order in which they were asked for.
  List<JobId> jobs(ProjectId project, JobStatus... statuses) {
    return desk.house
        .sql
        .sql(
            "select id from draft_job where project_id = :project and status = any(:s) order by id")
        .param("project", project.value())
        .param("s", Stream.of(statuses).map(JobStatus::word).toArray(String[]::new))
        .query((row, _) -> new JobId(row.getObject(1, UUID.class)))
        .list();
  }

  void asked(ProjectId project, List<ItemId> items) {
    asked.computeIfAbsent(project, _ -> ConcurrentHashMap.newKeySet()).addAll(items);
  }

  /// What the model has seen when it answered: what the job pointed to when it was claimed. Whoever
  /// claims the job after that tells it again, as the first teller may not have come to it yet.
  void answered(DraftJob job, List<ItemId> seen) {
    answers.putIfAbsent(job.id(), new HashSet<>(seen));
  }

  boolean hasAnswer(DraftJob job) {
    return answers.containsKey(job.id());
  }

  void published(DraftJob job) {
    drafted
        .computeIfAbsent(job.project(), _ -> ConcurrentHashMap.newKeySet())
        .addAll(answers.getOrDefault(job.id(), Set.of()));
  }

  /// Nobody asks any more and everything goes well until nothing is left to do.
  void drain() {
    actors.forEach(Actor::finishAll);
    for (int round = 0; round < 20 && unfinished() > 0; round++) {
      desk.clock.advance(Duration.ofMinutes(3));
      actors.forEach(Actor::beat);
      actors.getFirst().rescueTheLost();
      actors.getFirst().claim(100);
      actors.getFirst().finishAll();
    }
  }

  /// What must be true of every story when it is over:
  ///
  /// - every slot is idle and every job has its end;
  /// - every item that any request pointed to, collapsed or not, was in front of the model for an
  ///   answer that was published, or belongs to a job that ended in error or was withdrawn;
  /// - every job that ended told so exactly once.
  void check() {
    assertThat(disagreements()).as("slots and jobs that disagree").isZero();
    assertThat(unfinished()).as("slots and jobs that are not over").isZero();
    for (ProjectId project : projects) {
      Set<ItemId> left = new HashSet<>(asked.getOrDefault(project, Set.of()));
      left.removeAll(drafted.getOrDefault(project, Set.of()));
      left.removeAll(failedOrWithdrawn(project));
      assertThat(left).as("items that nobody drafted").isEmpty();
    }
    assertThat(progressWithoutJob()).as("jobs that did not tell their end once").isZero();
  }

  private Set<ItemId> failedOrWithdrawn(ProjectId project) {
    return new HashSet<>(
        desk.house
            .sql
            .sql(
                """
                select item ->> 'id' from draft_job, jsonb_array_elements(message_pointers) as item
                 where project_id = :project and status in ('error', 'cancelled')
                   and merged_into is null
                """)
            .param("project", project.value())
            .query((row, _) -> Desk.item(row.getString(1)))
            .list());
  }

  private int disagreements() {
    return count(
        """
        select count(*)
          from draft_slot s
          left join draft_job r on r.project_id = s.project_id and r.id = s.running_job
          left join draft_job w on w.project_id = s.project_id and w.id = s.waiting_job
         cross join lateral (
           select count(*) filter (where status = 'running') as running,
                  count(*) filter (where status = 'queued') as queued,
                  count(*) filter (where status = 'queued' and kind = 'update') as updates
             from draft_job j where j.project_id = s.project_id) as jobs
         where s.project_id = any(:projects)
           and not (jobs.running = num_nonnulls(s.running_job)
                and jobs.queued >= num_nonnulls(s.waiting_job)
                and jobs.updates <= 1
                and (jobs.queued = 0 or s.state = 'running' or s.waiting_job is not null)
                and (s.running_job is null
                     or (r.status = 'running' and r.epoch = s.epoch and r.attempts = s.attempts))
                and (s.waiting_job is null or (w.status = 'queued' and w.urgency = s.urgency)))
        """);
  }

  private int unfinished() {
    return count(
        """
        select (select count(*) from draft_slot
                 where project_id = any(:projects) and state <> 'idle')
             + (select count(*) from draft_job
                 where project_id = any(:projects) and (completed_at is null or follow_up is not null))
        """);
  }

  private int progressWithoutJob() {
    return count(
        """
        select count(*)
          from draft_job j
         where project_id = any(:projects)
           and case when merged_into is null then 1 else 0 end <>
               (select count(*) from feed_event e
                 where e.project_id = j.project_id
                   and e.kind = case status when 'cancelled' then 'draftCancelled' else 'draftProgress' end
                   and e.payload ->> 'jobId' = j.id::text)
        """);
  }

  private int count(String question) {
    var ids = new ArrayList<UUID>();
    projects.forEach(project -> ids.add(project.value()));
    return desk.house
        .sql
        .sql(question)
        .param("projects", ids.toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }
}
