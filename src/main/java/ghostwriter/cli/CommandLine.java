package ghostwriter.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The program behind `./ghostwriter write`, `link` and `queue`.
public final class CommandLine {
  /// How long an interrupted command may tidy up.
  private static final long TIDYING_SECONDS = 40;

  private final Terminal terminal;
  private final Map<String, String> environment;

  CommandLine(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  static void main(String[] arguments) {
    var results = new PrintStream(new FileOutputStream(FileDescriptor.out));
    var terminal = new Terminal(results, System.err);
    var worker = Thread.currentThread();
    var done = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tidyUp(terminal, worker, done)));
    var status = new CommandLine(terminal, System.getenv()).run(List.of(arguments));
    done.set(status == 0);
    // Interrupted, the process is ending already and keeps the signal's status, 130.
    if (!terminal.isInterrupted()) {
      Runtime.getRuntime().halt(status);
    }
  }

  /// The command itself undoes what it began, on its own thread; the end only waits for it. One
  /// that was done before it could notice ends as done.
  private static void tidyUp(Terminal terminal, Thread worker, AtomicBoolean done) {
    terminal.interrupt();
    try {
      worker.join(TimeUnit.SECONDS.toMillis(TIDYING_SECONDS));
      if (done.get()) {
        Runtime.getRuntime().halt(0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Runs one command to its end.
  ///
  /// @return the status: 0 done, 1 failed, 2 bad input or usage, 130 interrupted
  int run(List<String> typed) {
    try {
      var verb = typed.isEmpty() ? "" : typed.getFirst();
      var rest = typed.isEmpty() ? typed : typed.subList(1, typed.size());
      switch (verb) {
        case "write" -> new WriteCommand(terminal, environment).run(rest);
        case "link" -> new LinkCommand(terminal, environment).run(rest);
        case "queue" -> new QueueCommand(terminal, environment).run(rest);
        default ->
            throw Stop.badInput(
                "There is no command '%s'; see ./ghostwriter help.".formatted(verb));
      }
      return 0;
    } catch (Stop stop) {
      terminal.tell(stop.sentence());
      return stop.status();
    }
  }
}
