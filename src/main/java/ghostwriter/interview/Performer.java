package ghostwriter.interview;

import ghostwriter.account.Person;
import ghostwriter.notebook.Note;
import ghostwriter.transcript.Fold;
import ghostwriter.transcript.LiveSession;
import ghostwriter.transcript.RawEvent;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Sha256;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Performs what a conversation decided, after it was written down. Used by the session's thread.
final class Performer {
  private static final Logger log = LoggerFactory.getLogger(Performer.class);
  private static final String FAILED =
      "{\"error\": \"That could not be done just now; go on without it.\"}";

  private final SessionId id;
  private final UUID node;
  private final Person person;
  private final Surroundings around;
  private final OpenLine line;
  private final Ledger ledger;
  private final Retry retry;
  private Optional<ProjectId> project;

  /// The hash of what the line was last told to be; the text itself is long, and kept by nobody.
  private byte[] configured = {};

  private boolean stateIsOld;

  Performer(
      LiveSession live,
      Person person,
      UUID node,
      Surroundings around,
      OpenLine line,
      Ledger ledger,
      Retry retry) {
    this.id = live.id();
    this.project = live.project();
    this.node = node;
    this.person = person;
    this.around = around;
    this.line = line;
    this.ledger = ledger;
    this.retry = retry;
  }

  /// The session's project; a tool may have given it one.
  Optional<ProjectId> project() {
    return project;
  }

  /// What the assistant knows may have changed.
  void hearNews() {
    stateIsOld = true;
  }

  /// @return what came of it, where that is for the conversation to know
  Optional<Happening> perform(Act act, Conversation conversation) {
    switch (act) {
      case Act.Dial(int epoch) -> line.dial(epoch);
      case Act.HangUp() -> line.hangUp();
      case Act.Configure _ -> configure(conversation, true);
      case Act.Recall() -> recall(conversation);
      case Act.Send(LineCommand command) -> send(command, conversation);
      case Act.RunTool call -> {
        return Optional.of(run(call, conversation));
      }
      case Act.Keep _, Act.Told _, Act.Show _, Act.Finish _ -> {
        // Written with the turn.
      }
    }
    return Optional.empty();
  }

  private void configure(Conversation conversation, boolean always) {
    ToolDesk.Caller caller = caller(conversation);
    String state = retry.untilItWorks(() -> around.knowledge().state(caller));
    var configure = around.instructions().configure(conversation.mode(), state);
    stateIsOld = false;
    byte[] now = Sha256.of(configure.instructions().text());
    if (always || !Arrays.equals(now, configured)) {
      configured = now;
      line.send(configure);
    }
  }

  private ToolDesk.Caller caller(Conversation conversation) {
    return new ToolDesk.Caller(id, person, project, conversation.mode());
  }

  private void recall(Conversation conversation) {
    int epoch = conversation.stage().epoch();
    if (epoch > 1) {
      Set<String> unsent = conversation.outbox().items();
      Recollection recollection =
          retry.untilItWorks(() -> Recollection.of(memory(), unsent, epoch, now()));
      record(recollection.marks(), conversation);
      recollection.commands().forEach(line::send);
    }
  }

  private Recollection.Memory memory() {
    return new Recollection.Memory(fold(), around.toolAnswers().all(id), notes());
  }

  private Fold fold() {
    return around.transcripts().fold(id).orElse(Fold.start());
  }

  private List<Note> notes() {
    return project.map(it -> around.notebook().notes(it, Recollection.NOTES)).orElse(List.of());
  }

  private Instant now() {
    return around.clock().instant();
  }

  private void send(LineCommand command, Conversation conversation) {
    switch (command) {
      case LineCommand.Reply _ -> {
        if (stateIsOld) {
          configure(conversation, false);
        }
      }
      case LineCommand.ClientSaid(String item, _) -> introduce(item, conversation);
      case LineCommand.SystemSaid(String item, _) -> introduce(item, conversation);
      default -> {}
    }
    line.send(command);
  }

  /// An item that an earlier line had already is the same item on this one.
  private void introduce(String item, Conversation conversation) {
    int epoch = conversation.stage().epoch();
    boolean known =
        epoch > 1
            && retry.untilItWorks(
                () -> fold().find(epoch, item).filter(it -> it.epoch() < epoch).isPresent());
    if (known) {
      record(List.of(RawEvent.replayed(epoch, now(), item, item)), conversation);
    }
  }

  private void record(List<RawEvent> raws, Conversation conversation) {
    if (!raws.isEmpty()) {
      retry.untilItWorks(again -> ledger.append(raws, conversation, again));
    }
  }

  private Happening run(Act.RunTool call, Conversation conversation) {
    ToolDesk.Caller caller = caller(conversation);
    ToolDesk.Answer answer = answer(caller, call, conversation.stage().epoch());
    stateIsOld = true;
    project = answer.project();
    return new Happening.ToolDone(call.call(), new Words(answer.output()), answer.mode());
  }

  private ToolDesk.Answer answer(ToolDesk.Caller caller, Act.RunTool call, int epoch) {
    var name = new ToolAnswers.Call(epoch, call.call());
    try {
      return retry.untilItWorks(() -> Objects.requireNonNull(inTransaction(caller, call, name)));
    } catch (LeaseLost lost) {
      throw lost;
    } catch (RuntimeException failure) {
      log.atWarn()
          .addKeyValue("session", id)
          .addKeyValue("tool", call.tool())
          .addKeyValue("failure", failure.getClass().getName())
          .log("a tool failed");
      return new ToolDesk.Answer(FAILED, caller.mode(), caller.project());
    }
  }

  private ToolDesk.@org.jspecify.annotations.Nullable Answer inTransaction(
      ToolDesk.Caller caller, Act.RunTool call, ToolAnswers.Call name) {
    return around
        .transaction()
        .execute(_ -> {
          around.nodes().fence(id, node);
          return around
              .toolAnswers()
              .find(id, name)
              .map(this::answeredBefore)
              .orElseGet(() -> runNow(caller, call, name));
        });
  }

  private ToolDesk.Answer answeredBefore(String output) {
    Optional<ProjectId> mine = around.transcripts().session(id).flatMap(LiveSession::project);
    return new ToolDesk.Answer(output, around.mode(mine), mine);
  }

  private ToolDesk.Answer runNow(ToolDesk.Caller caller, Act.RunTool call, ToolAnswers.Call name) {
    ToolDesk.Answer answer = around.toolDesk().run(caller, call.tool(), call.arguments());
    around.toolAnswers().keep(id, name, answer.output(), now());
    if (caller.project().isEmpty()) {
      // What was drafted before the session joined the project is no news to it.
      answer
          .project()
          .ifPresent(joined -> around.interviews().told(id, around.feed().last(joined)));
    }
    return answer;
  }
}
