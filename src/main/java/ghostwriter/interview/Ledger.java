package ghostwriter.interview;

import ghostwriter.interview.LineCommand.ClientSaid;
import ghostwriter.transcript.Appended;
import ghostwriter.transcript.RawEvent;
import ghostwriter.transcript.TranscriptChange;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a session's turns down: raw events, what follows from them, and what the conversation
/// decided that must not be forgotten, all in one transaction that only the session's holder can
/// commit. Used by the session's thread.
final class Ledger {
  private static final Logger log = LoggerFactory.getLogger(Ledger.class);

  /// @param acts still to be performed
  /// @param visible whether people see a difference
  record Entry(Conversation after, List<Act> acts, boolean visible) {}

  private final SessionId session;
  private final UUID node;
  private final Surroundings around;

  /// How many raw events the session has, as far as this node knows.
  private long events;

  Ledger(SessionId session, UUID node, Surroundings around, long events) {
    this.session = session;
    this.node = node;
    this.around = around;
    this.events = events;
  }

  /// @param again whether it was tried before, so that it may be written already
  /// @throws LeaseLost where another node holds the session
  Entry write(Conversation before, Turn turn, boolean again) {
    Instant now = around.clock().instant();
    List<Act> acts = new ArrayList<>();
    Conversation after = before;
    for (Happening happening : turn.happenings()) {
      Conversation.Step step = after.on(happening, now);
      acts.addAll(step.acts());
      after = step.conversation();
    }
    return write(turn, new Entry(after, List.copyOf(acts), false), before, again, now);
  }

  private Entry write(Turn turn, Entry entry, Conversation before, boolean again, Instant now) {
    List<ClientSaid> last = lastWords(entry);
    List<String> kept =
        Stream.concat(kept(turn, before), last.stream().map(ClientSaid::item)).distinct().toList();
    List<RawEvent> raws = raws(turn, entry, last, before.stage().epoch(), now);
    if (raws.isEmpty()
        && kept.isEmpty()
        && turn.done().isEmpty()
        && entry.acts().stream().noneMatch(Ledger::isKept)) {
      return entry;
    }
    long end = events + raws.size();
    boolean changed =
        Boolean.TRUE.equals(
            around
                .transaction()
                .execute(_ -> {
                  around.nodes().fence(session, node);
                  boolean told = append(raws, end, entry.after(), again);
                  keep(kept, now);
                  turn.done().forEach(seq -> around.inbox().done(session, seq, now));
                  return keep(entry.acts()) || told;
                }));
    events = end;
    return new Entry(entry.after(), entry.acts(), changed);
  }

  /// What was typed and no provider takes, or has confirmed when the session ends: nobody will, and
  /// it was said all the same.
  private static List<ClientSaid> lastWords(Entry entry) {
    return entry.acts().stream()
        .flatMap(act ->
            switch (act) {
              case Act.Keep(ClientSaid said) -> Stream.of(said);
              case Act.Finish() -> entry.after().outbox().words();
              default -> Stream.<ClientSaid>empty();
            })
        .toList();
  }

  private static List<RawEvent> raws(
      Turn turn, Entry entry, List<ClientSaid> last, int epoch, Instant now) {
    List<RawEvent> raws = new ArrayList<>(turn.raws());
    last.forEach(
        said -> raws.add(RawEvent.typed(Math.max(1, epoch), now, said.item(), said.text())));
    if (entry.acts().contains(new Act.HangUp()) && epoch > 0) {
      raws.add(RawEvent.connectionEnded(epoch, now));
    }
    return raws;
  }

  private static boolean isKept(Act act) {
    return act instanceof Act.Told || act instanceof Act.Show || act instanceof Act.Finish;
  }

  private boolean append(List<RawEvent> raws, long last, Conversation after, boolean again) {
    if (raws.isEmpty() || (again && isAppended(last))) {
      return again;
    }
    Appended appended = around.transcripts().append(session, raws, after.mode());
    return appended.changes().stream().anyMatch(Ledger::isShown);
  }

  private boolean isAppended(long last) {
    return around.transcripts().session(session).filter(live -> live.events() >= last).isPresent();
  }

  private static boolean isShown(TranscriptChange change) {
    return !(change instanceof TranscriptChange.ItemTold);
  }

  private void keep(List<String> kept, Instant now) {
    if (!kept.isEmpty()) {
      around.inbox().kept(session, kept, now);
    }
  }

  /// The items of ours that the provider has by now.
  private static Stream<String> kept(Turn turn, Conversation before) {
    return turn.happenings().stream()
        .filter(Happening.OnLine.class::isInstance)
        .map(happening -> ((Happening.OnLine) happening).event())
        .filter(LineEvent.Kept.class::isInstance)
        .map(event -> ((LineEvent.Kept) event).item())
        .filter(before.outbox().items()::contains);
  }

  private boolean keep(List<Act> acts) {
    boolean shown = false;
    for (Act act : acts) {
      switch (act) {
        case Act.Told(long seq) -> around.interviews().told(session, seq);
        case Act.Show(Standing standing, String sentence) -> {
          around.interviews().show(session, standing, sentence);
          if (standing == Standing.PAUSED) {
            around.leftovers().ask(session, Urgency.LOW);
          }
          shown = true;
        }
        case Act.Finish() -> finish();
        default -> {}
      }
    }
    return shown;
  }

  private void finish() {
    around.leftovers().ask(session, Urgency.NORMAL);
    int differences = around.transcripts().finish(session).anomalies().size();
    if (differences > 0) {
      log.atError()
          .addKeyValue("session", session)
          .addKeyValue("differences", differences)
          .log("the frozen transcript differs from its raw events");
    }
  }

  /// Writes raw events down that come from the session itself.
  ///
  /// @throws LeaseLost where another node holds the session
  ///
  /// @return the number of the last one
  long append(List<RawEvent> raws, Conversation now, boolean again) {
    long last = events + raws.size();
    around
        .transaction()
        .executeWithoutResult(_ -> {
          around.nodes().fence(session, node);
          append(raws, last, now, again);
        });
    events = last;
    return last;
  }
}
