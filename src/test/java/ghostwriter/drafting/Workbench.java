package ghostwriter.drafting;

import ghostwriter.document.Author;
import ghostwriter.document.Block;
import ghostwriter.document.Edit;
import ghostwriter.drafting.claims.ClaimCheck;
import ghostwriter.drafting.claims.Marking;
import ghostwriter.drafting.evidence.MiniLm;
import ghostwriter.drafting.evidence.NoMeanings;
import ghostwriter.drafting.evidence.Rankings;
import ghostwriter.feed.FeedEvent;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.JobRecord;
import ghostwriter.queue.WorkerId;
import ghostwriter.settings.Settings;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;

/// A draft worker with its rooms and a scripted model, to be stepped by a test.
final class Workbench implements AutoCloseable {
  private static final Author SOMEBODY = new Author.ByHand(new PersonId(UUID.randomUUID()));
  private static final Settings NOTHING_SET = Settings.from(Map.of());

  final WorkerId worker = new WorkerId(UUID.randomUUID());
  final ScriptedModel model = new ScriptedModel();
  final TestHouse house;
  final DraftWorker drafts;

  Workbench(InstantSource clock) {
    this(new TestHouse(clock));
  }

  Workbench(TestHouse house) {
    this(house, NOTHING_SET);
  }

  Workbench(TestHouse house, Settings settings) {
    this.house = house;
    this.drafts = worker(house, model, settings);
    house.queue.beat(worker);
  }

  private static final Marking MARKING = new Marking(new ClaimCheck(new MiniLm()));

  static DraftWorker worker(TestHouse house, DraftModel model) {
    return worker(house, model, NOTHING_SET);
  }

  private static DraftWorker worker(TestHouse house, DraftModel model, Settings settings) {
    return new DraftWorker(
        house.queue, drafter(house, model, house.transactions, settings), house.transactions);
  }

  /// @param transactions those that the drafter opens
  static Drafter drafter(
      TestHouse house, DraftModel model, PlatformTransactionManager transactions) {
    return drafter(house, model, transactions, NOTHING_SET);
  }

  private static Drafter drafter(
      TestHouse house,
      DraftModel model,
      PlatformTransactionManager transactions,
      Settings settings) {
    var briefs =
        new Briefs(
            house.projects,
            house.kinds,
            house.blueprints,
            house.documents,
            house.transcripts,
            house.notebook,
            house.queue,
            new Rankings(new NoMeanings(), house.transcripts, house.sql),
            house.json,
            Settings.from(Map.of()));
    return new Drafter(
        briefs,
        model,
        MARKING,
        new Budget(house.queue, settings, house.clock),
        house.documents,
        house.notebook,
        house.transcripts,
        house.queue,
        house.json,
        transactions);
  }

  JobId ask(ProjectId project, String summary) {
    var request = DraftRequest.of(project, Urgency.HIGH, new Words(summary));
    return house.inTransaction(() -> house.queue.enqueue(request).job());
  }

  /// Runs what is due until nothing is.
  void runAll() {
    while (drafts.runOnce(worker)) {
      house.queue.beat(worker);
    }
  }

  /// Runs what is due by now, after a while in which nobody looked.
  void runAgain() {
    house.queue.beat(worker);
    runAll();
  }

  /// From now on: what a model answers is stored, but nothing comes of it.
  ///
  /// @param never false ends that
  void nothingCanBePublished(boolean never) {
    String change =
        never ? "add constraint never check (false) not valid" : "drop constraint never";
    house.sql.sql("alter table version " + change).update();
  }

  void byHand(ProjectId project, Edit edit) {
    apply(project, SOMEBODY, edit);
  }

  void byDraft(ProjectId project, Edit edit) {
    apply(project, new Author.ByDraft(new JobId(UUID.randomUUID())), edit);
  }

  private void apply(ProjectId project, Author author, Edit edit) {
    int base = house.documents.current(project).version();
    house.inTransaction(
        () -> house.documents.apply(project, base, author, List.of(edit), Words.NONE));
  }

  /// Asks for a draft and runs it.
  JobRecord draft(ProjectId project, String summary) {
    JobId job = ask(project, summary);
    runAll();
    return record(project, job);
  }

  JobRecord record(ProjectId project, JobId job) {
    return house.queue.find(project, job).orElseThrow();
  }

  /// The blocks of the document as it stands, in order.
  List<Block> blocks(ProjectId project) {
    return house.documents.current(project).sections().stream()
        .flatMap(section -> section.blocks().stream())
        .toList();
  }

  List<String> texts(ProjectId project) {
    return blocks(project).stream().map(block -> block.content().markdown().text()).toList();
  }

  List<FeedEvent> news(ProjectId project, long after) {
    return house.feed.after(project, after, 1000);
  }

  List<FeedEvent> progress(ProjectId project) {
    return news(project, 0).stream().filter(e -> e.kind().equals("draftProgress")).toList();
  }

  @Override
  public void close() {
    house.close();
  }
}
