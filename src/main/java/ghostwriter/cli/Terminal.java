package ghostwriter.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Where a command speaks, and from where it can be interrupted.
final class Terminal {
  private final PrintStream results;
  private final PrintStream progress;
  private final CountDownLatch interruption = new CountDownLatch(1);

  /// @param results takes bytes that are UTF-8 already
  Terminal(PrintStream results, PrintStream progress) {
    this.results = results;
    this.progress = progress;
  }

  void result(byte[] utf8) {
    results.write(utf8, 0, utf8.length);
    results.flush();
    if (results.checkError()) {
      throw Stop.failed("The result could not be written to standard output.");
    }
  }

  void tell(String sentence) {
    progress.println(sentence);
  }

  /// "1 turn", "22,430 words".
  static String count(long number, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
  }

  void interrupt() {
    interruption.countDown();
  }

  boolean isInterrupted() {
    return interruption.getCount() == 0;
  }

  /// Waits, unless or until the person interrupts.
  ///
  /// @throws Stop with status 130
  void pause(long milliseconds) {
    try {
      if (interruption.await(milliseconds, TimeUnit.MILLISECONDS)) {
        throw Stop.interrupted();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Stop.interrupted();
    }
  }

  void stopIfInterrupted() {
    if (isInterrupted()) {
      throw Stop.interrupted();
    }
  }
}
