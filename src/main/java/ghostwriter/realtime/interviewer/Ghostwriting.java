package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.interviewer.Reply.Calls;
import ghostwriter.realtime.interviewer.Reply.Say;
import ghostwriter.realtime.interviewer.StateBlock.Open;
import java.util.Set;
import java.util.regex.Pattern;

/// The interview for material: takes up what was said, completes a scene slot by slot, opens the
/// next, and does what the client asks for.
final class Ghostwriting {
  private static final Pattern AUXILIARY =
      Pattern.compile(
          "(?i)^(?:do|does|did|is|are|was|were|am|can|could|will|would|shall|should|may|might|must|have|has|had)\\b.*",
          Pattern.DOTALL);
  private static final Set<String> IDEAS = Set.of("business-book", "article");

  private final Listener listener;
  private final Phrasebook phrases;
  private final NoteTaking notes;
  private final QuestionBank life = new QuestionBank("questions-life.txt");
  private final QuestionBank idea = new QuestionBank("questions-idea.txt");

  Ghostwriting(Listener listener, Phrasebook phrases) {
    this.listener = listener;
    this.phrases = phrases;
    this.notes = new NoteTaking(listener);
  }

  Reply reply(Turn turn) {
    boolean first = turn.talk().last().isEmpty() && !turn.talk().answered();
    if (first || turn.called("commit_blueprint") || turn.called("assign_project_to_session")) {
      return begin(turn);
    }
    if (turn.talk().answered()) {
      return asking(turn).after("silence", Slot.SMALL);
    }
    Answer answer = listener.hearAll(turn.talk().inMind()).getLast();
    var calls = notes.calls(turn, answer);
    return calls.isEmpty() ? asking(turn).reply(answer) : new Calls(calls);
  }

  private Reply begin(Turn turn) {
    boolean resumed = !turn.state().writtenSections().isEmpty();
    String receipt = turn.called("commit_blueprint") ? "committed" : resumed ? "resume" : "begin";
    return Say.of(phrases.say(receipt, turn.said()), asking(turn).first());
  }

  /// A question of the book's in a form in which it may be asked: the first question only, and none
  /// that a yes would answer.
  static String asked(Open open) {
    int mark = open.text().indexOf('?');
    String first = (mark < 0 ? open.text() : open.text().substring(0, mark)).strip();
    String question =
        first.substring(Math.max(first.lastIndexOf(". "), 0)).replaceFirst("^\\. ", "");
    return AUXILIARY.matcher(question).matches()
        ? "What would you say to this: " + Phrasebook.small(question) + "?"
        : question.replaceAll("[.!]+$", "") + "?";
  }

  private Asking asking(Turn turn) {
    QuestionBank bank = IDEAS.contains(turn.state().kind()) ? idea : life;
    return new Asking(turn, bank, phrases, listener);
  }
}
