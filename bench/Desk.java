import ghostwriter.blueprint.Blueprints;
import ghostwriter.blueprint.Field;
import ghostwriter.drafting.Answer;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Briefs;
import ghostwriter.drafting.DraftModel;
import ghostwriter.drafting.evidence.MiniLm;
import ghostwriter.drafting.evidence.Rankings;
import ghostwriter.notebook.Notebook;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.Finish;
import ghostwriter.queue.WorkerId;
import ghostwriter.recording.Reading;
import ghostwriter.recording.RecordingReader;
import ghostwriter.settings.Settings;
import ghostwriter.transcript.RecordedTurn;
import ghostwriter.transcript.Through;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The rooms that an update's brief is made in, by the code that the drafter uses, for memoirs that are told sentence by
/// sentence out of the sample talks.
final class Desk {
  private static final BookKind MEMOIR = new BookKinds().find("memoir").orElseThrow();

  /// Reads packs, as a hosted model does; nobody asks it.
  private static final DraftModel HOSTED =
      new DraftModel() {
        @Override
        public Answer draft(Brief brief) {
          throw new IllegalStateException("Nothing is drafted here.");
        }
      };

  final House house;
  final Transcripts transcripts;
  final Notebook notebook;
  private final Blueprints blueprints;
  private final Rankings rankings;
  private final Briefs briefs;
  private final TransactionTemplate snapshot;
  private final WorkerId worker = new WorkerId(UUID.randomUUID());

  Desk(House house) {
    this.house = house;
    var clock = InstantSource.system();
    transcripts =
        new Transcripts(
            house.sql, new JdbcTemplate(house.database), house.json, house.projects, house.feed, house.ids, clock);
    blueprints = new Blueprints(house.sql, house.feed, clock);
    rankings = new Rankings(new MiniLm(), transcripts, house.sql);
    notebook = new Notebook(house.sql, transcripts, house.feed, house.ids, clock);
    briefs =
        new Briefs(
            house.projects,
            new BookKinds(),
            blueprints,
            house.documents,
            transcripts,
            notebook,
            house.queue,
            rankings,
            house.json,
            Settings.from(Map.of()));
    snapshot = new TransactionTemplate(new JdbcTransactionManager(house.database));
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// The sentences of the sample talks in their order.
  static List<String> talk(Path samples) throws IOException {
    List<String> sentences = new ArrayList<>();
    try (var files = Files.walk(samples)) {
      for (Path file : files.filter(name -> name.toString().matches(".*(10[.]json|keeper[.]txt)")).sorted().toList()) {
        if (new RecordingReader().read(file.toString(), Files.readAllBytes(file)) instanceof Reading.Read(var recording)) {
          recording.turns().forEach(turn -> sentences.addAll(List.of(turn.text().text().split("(?<=[.?!]) +"))));
        }
      }
    }
    return sentences;
  }

  /// A book whose blueprint is committed.
  ///
  /// @param answer to each of its questions
  ProjectId newBook(Words answer) {
    ProjectId project = house.newProject();
    house.doInTransaction(() -> {
      MEMOIR.fields().stream()
          .filter(BookKind.Field::required)
          .map(field -> new Field(field.name(), answer, Field.Origin.CLIENT))
          .forEach(field -> blueprints.answer(project, field));
      blueprints.commit(project, MEMOIR);
    });
    return project;
  }

  void tell(ProjectId project, String question, List<String> sentences) {
    List<RecordedTurn> turns = turns(question, sentences);
    house.doInTransaction(() -> transcripts.addRecording(project, "talk", turns));
  }

  /// Every second turn is the interviewer's.
  static List<RecordedTurn> turns(String question, List<String> sentences) {
    List<RecordedTurn> turns = new ArrayList<>();
    for (String sentence : sentences) {
      turns.add(new RecordedTurn(turns.size() + 1, "Interviewer", false, new Words(question)));
      turns.add(new RecordedTurn(turns.size() + 1, "Client", true, new Words(sentence)));
    }
    return turns;
  }

  DraftJob claim(ProjectId project) {
    house.queue.beat(worker);
    house.doInTransaction(() ->
        house.queue.enqueue(
            DraftRequest.of(project, Urgency.HIGH, new Words("update " + UUID.randomUUID()))));
    return house.inTransaction(() -> house.queue.claim(worker, 1)).getFirst();
  }

  /// What was told is indexed before it is drafted from.
  void index(ProjectId project) {
    rankings.of(snapshot.execute(_ -> rankings.read(project, Locale.ENGLISH)));
  }

  Briefs.Assembled assembled(DraftJob job) {
    Briefs.Read read = snapshot.execute(_ -> briefs.read(job)).orElseThrow();
    return briefs.assemble(read, HOSTED);
  }

  /// Joins the caller's transaction.
  void finish(DraftJob job, Through through) {
    house.queue.finish(job, new Finish(new Words("Done."), house.json.writeValueAsString(through), "{}", List.of(), false));
  }
}
