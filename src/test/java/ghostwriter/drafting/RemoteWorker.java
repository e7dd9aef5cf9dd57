package ghostwriter.drafting;

import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.vocabulary.JobId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A [WorkerProcess] as its test sees it. The model that it asks is here, outside of it, and keeps
/// count.
final class RemoteWorker implements AutoCloseable {
  /// As the server's own connections have it: whoever stands still in the middle of a transaction
  /// holds its locks no longer than its lease.
  private static final String NO_LONGER_THAN_ITS_LEASE =
      "options=-c%20idle_in_transaction_session_timeout=10s";

  private static final List<String> REFUSALS =
      List.of(
          "lost the lease",
          "stopped a draft that was withdrawn",
          "could not record how a draft ended");

  private final Process process;
  private final PrintWriter orders;
  private final List<String> said = new CopyOnWriteArrayList<>();

  private RemoteWorker(Process process) {
    this.process = process;
    this.orders = new PrintWriter(process.outputWriter(), true);
    Thread.ofVirtual().start(this::listen);
  }

  /// @param places how many jobs it runs at a time
  static RemoteWorker start(DatabaseAccess access, int places) {
    String url = access.jdbcUrl();
    try {
      return new RemoteWorker(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx96m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  WorkerProcess.class.getName(),
                  url + (url.contains("?") ? "&" : "?") + NO_LONGER_THAN_ITS_LEASE,
                  access.user(),
                  access.password(),
                  String.valueOf(places))
              .redirectErrorStream(true)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(said::add);
    } catch (IOException | UncheckedIOException killed) {
      // Nothing more is to be heard of it.
    }
  }

  void hold(JobId job, Step step) {
    orders.println("hold " + job + " " + step);
  }

  void work() {
    orders.println("work");
  }

  void answer(JobId job) {
    orders.println("answer " + job);
  }

  void letGo() {
    orders.println("go");
  }

  boolean isReady() {
    return said.contains("ready");
  }

  boolean isHeld(JobId job) {
    return said.contains("at " + job);
  }

  boolean isOver(JobId job) {
    return said.contains("over " + job);
  }

  int timesAsked(JobId job) {
    return Collections.frequency(said, "asks " + job);
  }

  /// How many of its runs came to nothing, because they were somebody else's by then: refused by
  /// the fence, or stopped on their way to it.
  long timesRefused() {
    return said.stream().filter(line -> REFUSALS.stream().anyMatch(line::contains)).count();
  }

  /// Ends as with `kill -9`.
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /// Ends as with `kill`.
  void stop() {
    // Its handle's, as the process's own would close its input as well.
    process.toHandle().destroy();
  }

  void awaitEnd() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Stands still, with all its threads.
  void freeze() {
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
