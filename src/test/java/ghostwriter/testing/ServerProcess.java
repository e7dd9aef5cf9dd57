package ghostwriter.testing;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import ghostwriter.Ghostwriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// A server in a process of its own, started as an operator starts it, that a test may kill and
/// start again: port, data folder and database stay the same. What it logs goes to `log` in its
/// data folder.
public final class ServerProcess implements AutoCloseable {
  private static final long PATIENCE = 60;
  private static final String READY = "Ghostwriter is at ";

  private final Path folder;
  private final int port;
  private final Map<String, String> settings;
  private @Nullable Process process;

  /// @param folder made empty
  /// @param settings the server's environment
  public ServerProcess(Path folder, int port, Map<String, String> settings) {
    this.folder = empty(folder);
    this.port = port;
    this.settings = Map.copyOf(settings);
  }

  private static Path empty(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A port that was free a moment ago.
  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts it and waits until it serves.
  public void start() {
    try {
      var builder = new ProcessBuilder(command());
      builder.environment().keySet().removeIf(name -> name.startsWith("GHOSTWRITER_"));
      builder.environment().putAll(settings);
      Process started = builder.redirectErrorStream(true).start();
      started.getOutputStream().close();
      process = started;
      awaitReady(started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        // It goes with the test.
        "-Dghostwriter.parent=" + ProcessHandle.current().pid(),
        "-cp",
        System.getProperty("java.class.path"),
        Ghostwriter.class.getName(),
        "--port",
        String.valueOf(port),
        "--data",
        folder.toString());
  }

  private void awaitReady(Process started) {
    var ready = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> listen(started, ready));
    try {
      if (!ready.await(PATIENCE, TimeUnit.SECONDS)) {
        throw new AssertionError("the server did not start; see " + log());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void listen(Process started, CountDownLatch ready) {
    try (BufferedReader lines = started.inputReader();
        var log = new PrintWriter(Files.newBufferedWriter(log(), CREATE, APPEND), true)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.println(line);
        if (line.startsWith(READY)) {
          ready.countDown();
        }
      }
    } catch (IOException killed) {
      // Nothing more is to be heard of it.
    }
  }

  /// Where all that it said can be read.
  public Path log() {
    return folder.resolve("log");
  }

  /// Kills it as a power failure would.
  public void kill() {
    end(running().destroyForcibly());
  }

  /// Tells it to end, and waits until it has.
  public void stop() {
    running().destroy();
    end(running());
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        throw new AssertionError("the server does not end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Lets it stand still, with all its threads.
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(running().pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process running() {
    Process now = process;
    if (now == null) {
      throw new IllegalStateException("the server was never started");
    }
    return now;
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }
}
