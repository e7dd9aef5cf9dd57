package ghostwriter.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server that one command starts for itself and ends again.
final class OwnServer {
  private static final long POLITENESS_SECONDS = 30;

  private final Process process;
  private final Thread reader;
  private volatile String lastWords = "";

  private OwnServer(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::listen);
  }

  /// Starts the launcher's `up` on a free port. A Ctrl-C at the terminal reaches every process
  /// there, but this one is still needed to take back what was begun, so it ignores it. It learns
  /// our process id and ends by itself should we be killed.
  static OwnServer start(Path launcher, Path data) {
    var command =
        List.of(
            "sh",
            "-c",
            "trap '' INT HUP; exec \"$@\"",
            "sh",
            launcher.toString(),
            "up",
            "--port",
            "0",
            "--data",
            data.toString());
    var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    var self = Long.toString(ProcessHandle.current().pid());
    builder.environment().putAll(Map.of("GHOSTWRITER_LAUNCHER_PARENT", self));
    try {
      var process = builder.start();
      process.getOutputStream().close();
      return new OwnServer(process);
    } catch (IOException e) {
      throw Stop.failed("The server could not be started by %s.".formatted(launcher));
    }
  }

  private void listen() {
    try (var lines = process.errorReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        lastWords = line.isBlank() ? lastWords : line.strip();
      }
    } catch (IOException closed) {
      // It has ended; what it said last is what counts.
    }
  }

  long pid() {
    return process.pid();
  }

  boolean hasEnded() {
    return !process.isAlive();
  }

  /// Why it ended by itself, in its own sentence and with its own status.
  Stop whyItEnded() {
    try {
      reader.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var sentence = lastWords.isEmpty() ? "The server ended while it was starting." : lastWords;
    return process.exitValue() == 2 ? Stop.badInput(sentence) : Stop.failed(sentence);
  }

  void close() {
    process.destroy();
    try {
      if (!process.waitFor(POLITENESS_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
