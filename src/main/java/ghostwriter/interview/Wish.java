package ghostwriter.interview;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.Words;
import java.util.Optional;

/// A reply that the assistant owes.
sealed interface Wish {
  /// What comes back with the reply's events.
  String purpose();

  LineCommand.Reply reply();

  /// To what the client said, or to what a tool answered.
  record Answer() implements Wish {
    static final String PURPOSE = "answer";

    @Override
    public String purpose() {
      return PURPOSE;
    }

    @Override
    public LineCommand.Reply reply() {
      return new LineCommand.Reply(PURPOSE, Optional.empty(), true);
    }
  }

  /// One sentence on what a draft changed.
  ///
  /// @param progress the message that goes before
  record Narrate(long seq, JobId job, LineCommand.SystemSaid progress, Words instructions)
      implements Wish {
    static final String PREFIX = "narrate:";

    String item() {
      return progress.item();
    }

    @Override
    public String purpose() {
      return PREFIX + job;
    }

    @Override
    public LineCommand.Reply reply() {
      return new LineCommand.Reply(purpose(), Optional.of(instructions), false);
    }
  }
}
