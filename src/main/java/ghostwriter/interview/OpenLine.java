package ghostwriter.interview;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The line a session is on, one at a time. Used by the session's thread; what comes over the line
/// is put into the mailbox by the line's own.
final class OpenLine {
  private final Line.Provider lines;
  private final InstantSource clock;
  private final Consumer<Mail.OnLine> mailbox;
  private @Nullable Line line;
  private int epoch;

  OpenLine(Line.Provider lines, InstantSource clock, Consumer<Mail.OnLine> mailbox) {
    this.lines = lines;
    this.clock = clock;
    this.mailbox = mailbox;
  }

  void dial(int number) {
    hangUp();
    epoch = number;
    line = lines.open(frame -> mailbox.accept(new Mail.OnLine(number, clock.instant(), frame)));
  }

  void hangUp() {
    Line open = line;
    line = null;
    if (open != null) {
      open.close();
    }
  }

  void send(LineCommand command) {
    if (line != null) {
      line.send(command);
    }
  }

  /// Whether a frame belongs to the line that is open; what an earlier one still brings is late.
  boolean carries(Mail.OnLine mail) {
    return line != null && mail.epoch() == epoch;
  }

  boolean isOpen() {
    return line != null;
  }
}
