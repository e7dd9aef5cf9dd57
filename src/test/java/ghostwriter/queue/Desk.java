package ghostwriter.queue;

import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;

/// Asks for drafts and takes them, as the rooms around the queue do. Serves one test class.
final class Desk implements AutoCloseable {
  static final WorkerId ALICE = new WorkerId(UUID.randomUUID());
  static final WorkerId BOB = new WorkerId(UUID.randomUUID());
  static final SessionId TALK = new SessionId(UUID.randomUUID());
  static final Finish DONE = finish(false);

  /// A finish that left new material for another update.
  static final Finish UNREAD = new Finish(new Words("Done."), "{}", "{}", List.of(), true, true);

  final SteppingClock clock = new SteppingClock();
  final TestHouse house = new TestHouse(clock);
  final DraftQueue queue = house.queue;

  /// A finish that says whether the transcript holds more than the draft has read.
  static Finish finish(boolean newer) {
    return new Finish(new Words("Done."), "{}", "{}", List.of(), newer);
  }

  /// Takes everything away and lets Alice and Bob come to work.
  void clear() {
    house.sql.sql("delete from project").update();
    house.sql.sql("delete from worker").update();
    queue.beat(ALICE);
    queue.beat(BOB);
  }

  ProjectId project() {
    return house.project("memoir").id();
  }

  /// The queue needs no more of a project than that it is there.
  void bareProject(ProjectId project) {
    house
        .sql
        .sql(
            """
            insert into project (id, title, kind, language, created_at)
            values (:id, 'A book', 'memoir', 'en', now())
            """)
        .param("id", project.value())
        .update();
  }

  EnqueueResult ask(ProjectId project, Urgency urgency, String summary, String... items) {
    var request = request(project, urgency, summary, items);
    return house.inTransaction(() -> queue.enqueue(request));
  }

  static DraftRequest request(ProjectId project, Urgency urgency, String summary, String... items) {
    return new DraftRequest(
        project,
        Optional.empty(),
        urgency,
        new Words(summary),
        List.of(items).stream().map(Desk::item).toList(),
        List.of(),
        Map.of());
  }

  /// Asks as the web does, which has nothing else to change.
  EnqueueResult askAlone(DraftRequest request) {
    return queue
        .enqueueAlone(request)
        .orElseGet(() -> house.inTransaction(() -> queue.enqueue(request)));
  }

  EnqueueResult refine(ProjectId project, SectionId section, String instruction) {
    var request = DraftRequest.refine(project, section, new Words(instruction));
    return house.inTransaction(() -> queue.enqueue(request));
  }

  static ItemId item(String id) {
    return new ItemId(TALK, id);
  }

  /// An answer that tells what its model had seen.
  String answer(DraftJob job) {
    return house.json.writeValueAsString(job.messagePointers());
  }

  List<ItemId> seen(String answer) {
    return house.json.readValue(answer, new TypeReference<>() {});
  }

  List<DraftJob> claim(WorkerId worker, int limit) {
    return house.inTransaction(() -> queue.claim(worker, limit));
  }

  /// The one job that is due.
  DraftJob claim() {
    return claim(ALICE, 1).getFirst();
  }

  /// Whether a job is due after this time has passed.
  boolean dueAfter(Duration wait) {
    clock.advance(wait);
    return queue.due() > 0;
  }

  void finish(DraftJob job) {
    house.doInTransaction(() -> queue.finish(job, DONE));
  }

  void fail(DraftJob job) {
    house.doInTransaction(() -> queue.fail(job, "busy", Duration.ZERO));
  }

  void release(DraftJob job) {
    house.doInTransaction(() -> queue.release(job));
  }

  boolean rescue(ProjectId project) {
    return house.inTransaction(() -> queue.rescue(project));
  }

  int drain() {
    return house.inTransaction(house.care::drain);
  }

  CareResult cancel(JobId job) {
    return house.inTransaction(() -> house.care.cancel(job));
  }

  CareResult retry(JobId job) {
    return house.inTransaction(() -> house.care.retry(job));
  }

  JobRecord record(ProjectId project, JobId job) {
    return queue.find(project, job).orElseThrow();
  }

  /// All that the queue and the feed hold of a project, to see whether anything has changed.
  List<String> everything(ProjectId project) {
    return house
        .sql
        .sql(
            """
            select to_jsonb(s)::text from draft_slot s where project_id = :p
            union all
            select to_jsonb(j)::text from draft_job j where project_id = :p
            union all
            select to_jsonb(e)::text from feed_event e where project_id = :p
            order by 1
            """)
        .param("p", project.value())
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Override
  public void close() {
    house.close();
  }
}
