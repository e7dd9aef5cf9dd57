package ghostwriter.document;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;

/// Who makes an edit.
public sealed interface Author {
  record ByHand(PersonId person) implements Author {}

  record ByDraft(JobId job) implements Author {}

  default Origin origin() {
    return switch (this) {
      case ByHand _ -> Origin.HUMAN;
      case ByDraft _ -> Origin.DRAFT;
    };
  }
}
