package ghostwriter.document;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;

/// Who makes an edit.
public sealed interface Author {
  record ByHand(PersonId person) implements Author {}

  record ByDraft(JobId job) implements Author {}

  /// A person who takes a draft's proposal over: what they write rests on the words that the draft
  /// named.
  record ByAcceptance(PersonId person) implements Author {}

  default Origin origin() {
    return switch (this) {
      case ByHand _, ByAcceptance _ -> Origin.HUMAN;
      case ByDraft _ -> Origin.DRAFT;
    };
  }
}
