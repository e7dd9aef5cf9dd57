package ghostwriter.web;

import ghostwriter.account.Person;
import ghostwriter.interview.BeginResult;
import ghostwriter.interview.CommandResult;
import ghostwriter.interview.Interview;
import ghostwriter.interview.Interviews;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Live sessions: begin, talk by typing, pause, resume, stop.
@RestController
@RequestMapping("/api/sessions")
class SessionController {
  private static final int MAX_WORDS = 20_000;
  private static final int MAX_KEY = 64;

  record BeginForm(@Nullable ProjectId projectId) {}

  record WordsForm(@Nullable String key, @Nullable String text) {}

  record DraftForm(@Nullable String text) {}

  record SaidView(String itemId) {}

  private final Interviews interviews;
  private final SessionAccess sessions;
  private final Access access;

  SessionController(Interviews interviews, SessionAccess sessions, Access access) {
    this.interviews = interviews;
    this.sessions = sessions;
    this.access = access;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SessionView begin(@RequestBody BeginForm form) {
    Optional<ProjectId> project = Optional.ofNullable(form.projectId());
    project.ifPresentOrElse(access::write, access::beginner);
    Person person = access.person();
    return switch (interviews.begin(person, project)) {
      case BeginResult.Begun(Interview interview) -> sessions.view(interview, person);
      case BeginResult.TooMany(int alive) ->
          throw Problem.conflict(
              "You have " + alive + " conversations open; stop one of them first.");
    };
  }

  @GetMapping
  List<SessionView> list(@RequestParam(required = false) @Nullable ProjectId projectId) {
    Person person = access.person();
    List<Interview> found;
    if (projectId == null) {
      found = interviews.of(person);
    } else {
      access.read(projectId);
      found = interviews.of(projectId);
    }
    return found.stream()
        .filter(interview -> sessions.role(person, interview).isPresent())
        .map(interview -> sessions.view(interview, person))
        .toList();
  }

  @GetMapping("/{session}")
  SessionView one(@PathVariable SessionId session) {
    return sessions.view(sessions.read(session), access.person());
  }

  @PostMapping("/{session}/words")
  @ResponseStatus(HttpStatus.ACCEPTED)
  SaidView say(@PathVariable SessionId session, @RequestBody WordsForm form) {
    sessions.write(session);
    String key = key(form.key());
    return new SaidView(taken(interviews.say(session, key, words(form.text()))).item());
  }

  private static String key(@Nullable String key) {
    if (key == null || key.isBlank() || key.length() > MAX_KEY) {
      throw Problem.badRequest("Give a key of 1 to " + MAX_KEY + " characters, a new one each.");
    }
    return key;
  }

  private static Words words(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Problem.badRequest("Give the text that was said; it is empty.");
    }
    return new Words(bounded(text));
  }

  private static String bounded(String text) {
    if (text.length() > MAX_WORDS) {
      throw Problem.badRequest(
          "The text has more than " + MAX_WORDS + " characters; send it in parts.");
    }
    return text;
  }

  private static CommandResult.Taken taken(CommandResult result) {
    return switch (result) {
      case CommandResult.Taken taken -> taken;
      case CommandResult.Over() ->
          throw Problem.conflict("This conversation has been stopped; begin a new one.");
      case CommandResult.Full() ->
          throw Problem.tooMany(
              "Too many messages wait to be heard; resume the conversation, or wait a little.");
    };
  }

  @PutMapping("/{session}/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void write(@PathVariable SessionId session, @RequestBody DraftForm form) {
    sessions.write(session);
    String text = form.text() == null ? "" : bounded(form.text());
    if (!interviews.write(session, new Words(text))) {
      throw Problem.conflict("This conversation has been stopped; begin a new one.");
    }
  }

  @PostMapping("/{session}/pause")
  @ResponseStatus(HttpStatus.ACCEPTED)
  SessionView pause(@PathVariable SessionId session) {
    Interview interview = sessions.write(session);
    taken(interviews.pause(session));
    return sessions.view(interview, access.person());
  }

  @PostMapping("/{session}/resume")
  @ResponseStatus(HttpStatus.ACCEPTED)
  SessionView resume(@PathVariable SessionId session) {
    Interview interview = sessions.write(session);
    taken(interviews.resume(session));
    return sessions.view(interview, access.person());
  }

  /// Stopping what is stopped is no change.
  @PostMapping("/{session}/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  SessionView stop(@PathVariable SessionId session) {
    Interview interview = sessions.write(session);
    interviews.stop(session);
    return sessions.view(interview, access.person());
  }
}
