package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.interviewer.Answer.Intent;
import ghostwriter.realtime.interviewer.Reply.Calls;
import ghostwriter.realtime.interviewer.Reply.Say;
import ghostwriter.realtime.interviewer.StateBlock.Gap;
import ghostwriter.realtime.interviewer.Talk.Done;
import ghostwriter.realtime.interviewer.Talk.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Closes the gaps of the blueprint, one by one, in the client's own words, then commits it.
final class Intake {
  private static final String SYNC = "sync_blueprint_field";
  private static final String COMMIT = "commit_blueprint";

  private final Listener listener;
  private final Phrasebook phrases;
  private final Ghostwriting ghostwriting;
  private final Sections questions = Sections.of("intake.txt");

  Intake(Listener listener, Phrasebook phrases, Ghostwriting ghostwriting) {
    this.listener = listener;
    this.phrases = phrases;
    this.ghostwriting = ghostwriting;
  }

  Reply reply(Turn turn) {
    if (turn.called(COMMIT)) {
      return committed(turn);
    }
    if (turn.called(SYNC)) {
      return synced(turn);
    }
    List<Gap> missing = missing(turn);
    Optional<Gap> asked = asked(turn);
    if (asked.isEmpty() || turn.talk().answered() || !turn.talk().doneNow().isEmpty()) {
      String receipt = turn.talk().answered() ? "silence" : "intake begin";
      return next(turn, greeting(turn) + phrases.say(receipt, turn.said()), missing);
    }
    return answered(turn, asked.get(), missing);
  }

  private String greeting(Turn turn) {
    return turn.called("assign_project_to_session")
        ? turn.state()
            .project()
            .map(project -> phrases.say("project open", project.title(), turn.said()) + " ")
            .orElse("")
        : "";
  }

  private Reply answered(Turn turn, Gap asked, List<Gap> missing) {
    Answer answer = listener.hear(turn.talk().last().orElseThrow());
    List<Gap> others = new ArrayList<>(missing);
    others.removeIf(gap -> gap.name().equals(asked.name()));
    others.add(asked);
    if (answer.intent() == Intent.ANSWER && answer.words().endsWith("?")) {
      return next(turn, phrases.say("asked", turn.said()), List.of(asked));
    }
    return switch (answer.intent()) {
      case UNKNOWN -> next(turn, phrases.say("unknown", turn.said()), others);
      case SKIP -> next(turn, phrases.say("skip", turn.said()), others);
      case SILENCE -> next(turn, phrases.say("silence", turn.said()), others);
      case HELLO -> next(turn, phrases.say("hello", turn.said()), List.of(asked));
      case WHAT -> next(turn, phrases.say("what", turn.said()), List.of(asked));
      case WHO -> next(turn, phrases.say("who", turn.said()), List.of(asked));
      case STOP ->
          Say.of(
              phrases.say("stop", turn.said()),
              phrases.ask("stop next", turn.said()).orElseGet(() -> question(turn, asked)));
      case ANSWER, YES, NO, DRAFT, WRITTEN, OUT, TODO, FIX ->
          turn.mayCall(SYNC)
              ? Calls.one(
                  SYNC, Turn.arguments().put("field", asked.name()).put("value", answer.words()))
              : next(turn, phrases.say("plain", turn.said()), others);
    };
  }

  private Reply synced(Turn turn) {
    Done done = lastOf(turn, SYNC);
    if (done.failed()) {
      String why = Narration.sentence(done.output().path("error").asString("it was refused"));
      return next(turn, phrases.say("sync failed", why, turn.said()), missing(turn));
    }
    return next(turn, phrases.say("synced", turn.said()), missing(turn));
  }

  private Reply committed(Turn turn) {
    Done done = lastOf(turn, COMMIT);
    boolean refused = done.failed() || !done.output().path("committed").asBoolean(true);
    if (!refused) {
      return ghostwriting.reply(turn);
    }
    List<Gap> gaps =
        done.output()
            .path("gaps")
            .valueStream()
            .map(gap -> gap.asString(""))
            .map(name -> new Gap(name, label(turn, name)))
            .toList();
    return Say.of(
        phrases.say("commit failed", turn.said()),
        gaps.isEmpty() ? ghostwritingQuestion(turn) : ask(turn, gaps));
  }

  private String ghostwritingQuestion(Turn turn) {
    return phrases.ask("written next", turn.said()).orElse("What else belongs in here?");
  }

  private static String label(Turn turn, String name) {
    return turn.state().missing().stream()
        .filter(gap -> gap.name().equals(name))
        .map(Gap::label)
        .findFirst()
        .orElse(name);
  }

  private static Done lastOf(Turn turn, String tool) {
    return turn.talk().doneNow().stream()
        .filter(done -> done.tool().equals(tool))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  /// Asks for the next gap; commits where there is none.
  private Reply next(Turn turn, String receipt, List<Gap> gaps) {
    if (!gaps.isEmpty()) {
      return Say.of(receipt, ask(turn, gaps));
    }
    return turn.mayCall(COMMIT)
        ? Calls.one(COMMIT, Turn.arguments())
        : Say.of(receipt, ghostwritingQuestion(turn));
  }

  private String ask(Turn turn, List<Gap> gaps) {
    return gaps.stream()
        .min(Comparator.comparingLong(gap -> timesAsked(turn, gap)))
        .map(gap -> question(turn, gap))
        .orElseThrow();
  }

  private String question(Turn turn, Gap gap) {
    return wordings(gap)
        .filter(question -> !turn.said().asked(question))
        .findFirst()
        .orElseGet(() -> "What else could stand under “" + gap.label() + "”?");
  }

  private Stream<String> wordings(Gap gap) {
    return Stream.concat(
        questions.under(gap.name()).stream(),
        questions.under("generic").stream().map(it -> it.replace("{x}", gap.label())));
  }

  private long timesAsked(Turn turn, Gap gap) {
    return wordings(gap).filter(turn.said()::asked).count();
  }

  /// The field the client's last words answer.
  private Optional<Gap> asked(Turn turn) {
    String before = turn.talk().last().map(Exchange::before).orElse("").toLowerCase(Locale.ROOT);
    return turn.state().missing().stream()
        .filter(gap -> wordings(gap).anyMatch(it -> before.endsWith(it.toLowerCase(Locale.ROOT))))
        .findFirst();
  }

  /// The gaps as they are by now: the house may tell of a filled one only with its next update.
  private static List<Gap> missing(Turn turn) {
    List<String> filled =
        turn.talk().doneEver().stream()
            .filter(done -> done.tool().equals(SYNC) && !done.failed())
            .map(done -> done.arguments().path("field").asString(""))
            .toList();
    return turn.state().missing().stream().filter(gap -> !filled.contains(gap.name())).toList();
  }
}
