package ghostwriter.drafting.openai;

import ghostwriter.drafting.Answer;
import ghostwriter.drafting.Answer.Busy;
import ghostwriter.drafting.Answer.Rejected;
import ghostwriter.drafting.Answer.Rejected.Ground;
import ghostwriter.drafting.Answer.Unreachable;
import ghostwriter.drafting.Answer.Usage;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.DraftModel;
import java.util.Optional;

/// Drafts by a language model, and by another where the first is down.
final class LanguageModel implements DraftModel {
  private final Scribe first;
  private final Optional<Scribe> second;

  LanguageModel(Scribe first, Optional<Scribe> second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public boolean isPaid() {
    return true;
  }

  @Override
  public Answer draft(Brief brief) {
    Answer answer = first.draft(brief, Usage.NONE);
    return second.isPresent() && isDown(answer)
        ? instead(answer, second.get().draft(brief, answer.usage()))
        : answer;
  }

  /// Where both are down, what passes counts more than what does not.
  private static Answer instead(Answer answer, Answer other) {
    return isDown(other) && passes(answer) && !passes(other) ? answer : other;
  }

  private static boolean passes(Answer answer) {
    return answer instanceof Busy || answer instanceof Unreachable;
  }

  private static boolean isDown(Answer answer) {
    return switch (answer) {
      case Busy _, Unreachable _, Answer.OutOfCredit _ -> true;
      case Rejected rejected ->
          rejected.ground() == Ground.KEY || rejected.ground() == Ground.MODEL;
      case Answer.Drafted _, Answer.Refused _, Answer.Incomplete _, Answer.Malformed _ -> false;
    };
  }
}
