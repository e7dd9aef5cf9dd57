package ghostwriter.drafting;

import ghostwriter.drafting.Answer.Busy;
import ghostwriter.drafting.Answer.Failed;
import ghostwriter.drafting.Answer.Incomplete;
import ghostwriter.drafting.Answer.Malformed;
import ghostwriter.drafting.Answer.OutOfCredit;
import ghostwriter.drafting.Answer.Refused;
import ghostwriter.drafting.Answer.Rejected;
import ghostwriter.drafting.Answer.Unreachable;

/// What is told where no draft came of it: a word for programs, a sentence for the author.
final class Excuse {
  private Excuse() {}

  static String word(Failed answer) {
    return switch (answer) {
      case Busy _ -> "busy";
      case Unreachable _ -> "unreachable";
      case Refused _ -> "refused";
      case Incomplete _ -> "incomplete";
      case Malformed _ -> "malformed";
      case OutOfCredit _ -> "credit";
      case Rejected _ -> "rejected";
    };
  }

  static String sentence(Failed answer) {
    return switch (answer) {
      case Busy _ -> "The drafting model is busy.";
      case Unreachable _ -> "The drafting model does not answer.";
      case Refused _ -> "The drafting model refused the task.";
      case Incomplete cut ->
          cut.filtered()
              ? "The drafting model's provider held the draft back."
              : "The drafting model stopped before its answer was complete.";
      case Malformed _ -> "The drafting model's answer could not be used.";
      case OutOfCredit _ ->
          "The drafting model's account has run out of credit; tell the operator.";
      case Rejected rejected -> sentence(rejected.ground());
    };
  }

  private static String sentence(Rejected.Ground ground) {
    return switch (ground) {
      case KEY -> "The drafting model does not accept the server's key; tell the operator.";
      case MODEL -> "There is no such drafting model as the server asks for; tell the operator.";
      case TOO_LONG -> "The drafting model cannot read that much at once; tell the operator.";
      case REQUEST -> "The drafting model does not take the server's requests; tell the operator.";
    };
  }
}
