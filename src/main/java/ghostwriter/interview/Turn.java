package ghostwriter.interview;

import ghostwriter.transcript.RawEvent;
import java.util.ArrayList;
import java.util.List;

/// What one look into the mailbox brought: written down in one transaction, then acted upon.
///
/// @param raws for the transcript
/// @param done numbers of the commands that are carried out with it
record Turn(List<RawEvent> raws, List<Happening> happenings, List<Long> done) {
  Turn {
    raws = List.copyOf(raws);
    happenings = List.copyOf(happenings);
    done = List.copyOf(done);
  }

  static Turn of(Happening... happenings) {
    return new Turn(List.of(), List.of(happenings), List.of());
  }

  /// A turn in the making.
  static final class Draft {
    private final List<RawEvent> raws = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final List<Long> done = new ArrayList<>();

    void add(RawEvent raw) {
      raws.add(raw);
    }

    void add(Happening happening) {
      happenings.add(happening);
    }

    void addDone(long seq) {
      done.add(seq);
    }

    Turn turn() {
      return new Turn(raws, happenings, done);
    }
  }
}
