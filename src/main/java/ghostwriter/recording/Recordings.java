package ghostwriter.recording;

import ghostwriter.account.Person;
import ghostwriter.blueprint.Blueprint;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.feed.Feed;
import ghostwriter.feed.ProjectEvent.RecordingAdded;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Project;
import ghostwriter.project.Projects;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.DraftRequest;
import ghostwriter.recording.ImportResult.Imported;
import ghostwriter.recording.ImportResult.NotImported;
import ghostwriter.transcript.RecordedTurn;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for recordings: a file becomes a session of a project, and a draft of it is asked for.
/// All of it happens in one transaction, or nothing does. Safe for many threads.
@Component
public class Recordings {
  private final RecordingReader reader;
  private final BookKinds kinds;
  private final Projects projects;
  private final Blueprints blueprints;
  private final Transcripts transcripts;
  private final DraftQueue queue;
  private final Feed feed;
  private final TransactionTemplate transaction;

  public Recordings(
      RecordingReader reader,
      BookKinds kinds,
      Projects projects,
      Blueprints blueprints,
      Transcripts transcripts,
      DraftQueue queue,
      Feed feed,
      PlatformTransactionManager transactions) {
    this.reader = reader;
    this.kinds = kinds;
    this.projects = projects;
    this.blueprints = blueprints;
    this.transcripts = transcripts;
    this.queue = queue;
    this.feed = feed;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Reads a file's bytes and makes a session of them.
  ///
  /// @throws java.util.NoSuchElementException where the project it was to join is not there
  public ImportResult add(ImportRequest request, byte[] file, Person person) {
    return switch (reader.read(request.fileName(), file)) {
      case Reading.Unreadable(String sentence) -> new NotImported(sentence);
      case Reading.Read(Recording recording) -> add(request, recording, person);
    };
  }

  private ImportResult add(ImportRequest request, Recording recording, Person person) {
    List<String> known =
        request.clients().isEmpty()
            ? request.project().map(transcripts::clients).orElse(List.of())
            : List.of();
    Speakers chosen =
        known.isEmpty()
            ? Speakers.of(recording, request.clients())
            : Speakers.asBefore(recording, known);
    return switch (chosen) {
      case Speakers.Unknown(String sentence) -> new NotImported(sentence);
      case Speakers.Known speakers ->
          transaction.execute(_ -> store(request, recording, speakers, person));
    };
  }

  private Imported store(
      ImportRequest request, Recording recording, Speakers.Known speakers, Person person) {
    Project project =
        request
            .project()
            .map(id -> projects.find(id).orElseThrow())
            .orElseGet(() -> create(request, recording, person));
    BookKind kind = kinds.find(project.kind()).orElseThrow();
    fillBlueprint(project, kind, request, speakers);
    SessionId session =
        transcripts.addRecording(project.id(), request.fileName(), turns(recording, speakers));
    feed.post(project.id(), new RecordingAdded(session, speakers.turns(), speakers.words()));
    var first = new ItemId(session, Transcripts.importedId(recording.turns().getFirst().number()));
    JobId job = queue.enqueue(draft(project, first, request)).job();
    return new Imported(project, session, job, speakers.turns(), speakers.words(), speakers.all());
  }

  private Project create(ImportRequest request, Recording recording, Person person) {
    String title = request.title().orElse(recording.suggestedTitle());
    BookKind kind = kinds.find(request.kind()).orElseThrow();
    return projects.create(title, kind, request.language(), person);
  }

  /// Answers what nobody has answered yet, each answer marked with where it came from, and commits.
  private void fillBlueprint(
      Project project, BookKind kind, ImportRequest request, Speakers.Known speakers) {
    Blueprint blueprint = blueprints.of(project.id());
    new Assumptions(kind, request, speakers)
        .fields().stream()
            .filter(field -> blueprint.field(field.name()).isEmpty())
            .forEach(field -> blueprints.answer(project.id(), field));
    if (blueprint.committedAt().isEmpty()) {
      blueprints.commit(project.id(), kind);
    }
  }

  private static List<RecordedTurn> turns(Recording recording, Speakers.Known speakers) {
    return recording.turns().stream()
        .map(turn ->
            new RecordedTurn(
                turn.number(), turn.speaker(), speakers.isClient(turn.speaker()), turn.text()))
        .toList();
  }

  /// It points to the session's first item, so that it is never lost as a repetition of an earlier
  /// wish.
  private static DraftRequest draft(Project project, ItemId first, ImportRequest request) {
    Map<String, Object> context =
        request.length() > 0 ? Map.of("length", request.length()) : Map.of();
    return new DraftRequest(
        project.id(),
        Optional.of(first.session()),
        Urgency.HIGH,
        new Words("Bring in the recording " + request.fileName() + "."),
        List.of(first),
        List.of(),
        context);
  }
}
