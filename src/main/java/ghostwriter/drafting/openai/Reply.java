package ghostwriter.drafting.openai;

import ghostwriter.vocabulary.Words;

/// What came of asking once.
sealed interface Reply {
  Tally tally();

  /// All that the model wanted to say.
  record Whole(Words text, Tally tally) implements Reply {}

  /// The model says that it will not.
  record Declined(Words refusal, Tally tally) implements Reply {}

  /// The text stops before its end.
  record CutShort(End end, Tally tally) implements Reply {}

  /// The answer is still being made, and can be fetched by this id.
  record AtWork(String id, Tally tally) implements Reply {}

  record Failed(Fault fault, Tally tally) implements Reply {
    Failed(Fault fault) {
      this(fault, Tally.NONE);
    }
  }

  /// Why a text stops.
  enum End {
    /// There was no room for more tokens.
    NO_ROOM,
    /// The provider let no more of it through.
    FILTERED
  }
}
