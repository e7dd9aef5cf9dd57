package ghostwriter.web;

import ghostwriter.account.Person;
import ghostwriter.project.BookKinds;
import ghostwriter.recording.ImportRequest;
import ghostwriter.recording.ImportResult;
import ghostwriter.recording.ImportResult.Imported;
import ghostwriter.recording.ImportResult.NotImported;
import ghostwriter.recording.ImportResult.Speaker;
import ghostwriter.recording.RecordingReader;
import ghostwriter.recording.Recordings;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A recorded conversation comes in.
@RestController
class RecordingController {
  record RecordingView(
      ProjectId projectId,
      SessionId sessionId,
      JobId jobId,
      String title,
      String kind,
      int items,
      int words,
      List<Speaker> speakers,
      @Nullable String notice) {}

  /// What the query says of the file in the body.
  record RecordingForm(
      @Nullable String fileName,
      @Nullable String title,
      @Nullable String kind,
      @Nullable String language,
      List<String> clients,
      @Nullable Integer length,
      @Nullable ProjectId projectId) {}

  /// A file takes many times its size while it is read: several at once could fill the memory.
  private final Semaphore turns = new Semaphore(1);

  private final Recordings recordings;
  private final BookKinds kinds;
  private final Access access;
  private final Notices notices;

  RecordingController(Recordings recordings, BookKinds kinds, Access access, Notices notices) {
    this.recordings = recordings;
    this.kinds = kinds;
    this.access = access;
    this.notices = notices;
  }

  @PostMapping(path = "/api/recordings", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  RecordingView add(
      @RequestParam @Nullable String fileName,
      @RequestParam(required = false) @Nullable String title,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable Integer length,
      @RequestParam(required = false) @Nullable ProjectId projectId,
      HttpServletRequest request)
      throws IOException {
    var form =
        new RecordingForm(fileName, title, kind, language, clients(request), length, projectId);
    Person person = projectId == null ? access.beginner() : access.person();
    ImportRequest wanted = wanted(form);
    return switch (oneAtATime(wanted, body(request), person)) {
      case Imported imported -> view(imported);
      case NotImported(String sentence) -> throw Problem.unprocessable(sentence);
    };
  }

  private ImportResult oneAtATime(ImportRequest wanted, byte[] file, Person person) {
    turns.acquireUninterruptibly();
    try {
      return recordings.add(wanted, file, person);
    } finally {
      turns.release();
    }
  }

  private ImportRequest wanted(RecordingForm form) {
    Optional<ProjectId> project = Optional.ofNullable(form.projectId());
    project.ifPresent(access::write);
    return new ImportRequest(
        fileName(form.fileName()),
        Optional.ofNullable(form.title()).filter(title -> !title.isBlank()).map(Given::title),
        Given.kind(form.kind() == null ? "article" : form.kind(), kinds).id(),
        Given.language(form.language()),
        form.clients(),
        Given.length(form.length()),
        project);
  }

  /// Read as they stand: a name may hold a comma, at which the framework would split it.
  private static List<String> clients(HttpServletRequest request) {
    String[] names = request.getParameterValues("client");
    return names == null ? List.of() : List.of(names);
  }

  private static String fileName(@Nullable String name) {
    if (name == null || name.isBlank() || name.length() > 255) {
      throw Problem.badRequest("Give the file's name as fileName, 1 to 255 characters.");
    }
    return Given.keepable(name.strip());
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(RecordingReader.MAX_BYTES + 1);
    if (bytes.length > RecordingReader.MAX_BYTES) {
      throw Problem.tooLarge(
          "The file is larger than 8 MiB; split the conversation into several files.");
    }
    return bytes;
  }

  private RecordingView view(Imported imported) {
    return new RecordingView(
        imported.project().id(),
        imported.session(),
        imported.job(),
        imported.project().title(),
        imported.project().kind(),
        imported.items(),
        imported.words(),
        imported.speakers(),
        notices.of(imported).orElse(null));
  }
}
