package ghostwriter.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/// A PostgreSQL of our own in the data folder, below `postgresql` (the programs) and `cluster`.
///
/// It runs in a session of its own, so that neither a Ctrl-C nor a kill of our process takes it
/// along: a cluster that was left running is taken over by the next start. Commits survive a power
/// failure unless {@link Durability#THROWAWAY} was asked for.
public final class EmbeddedPostgresql implements AutoCloseable {
  private static final Duration POLITENESS = Duration.ofSeconds(20);

  private final ClusterFiles files;
  private final DatabaseAccess access;
  private final boolean adopted;

  private EmbeddedPostgresql(ClusterFiles files, DatabaseAccess access, boolean adopted) {
    this.files = files;
    this.access = access;
    this.adopted = adopted;
  }

  /// Starts the cluster of this data folder, or takes over the one that a killed server left
  /// running. The first start unpacks the programs and makes the cluster, which takes some seconds.
  ///
  /// @throws StartRefused where it does not come up, with the last lines of its log
  public static EmbeddedPostgresql start(DataFolder folder, Durability durability) {
    return start(folder, durability, folder.path().resolve("postgresql"));
  }

  /// The same with the programs unpacked elsewhere, so that many throw-away folders can share them.
  public static EmbeddedPostgresql start(DataFolder folder, Durability durability, Path home) {
    return start(folder, durability, home, ClusterStart::freePort);
  }

  /// @param ports suggests a port; where somebody else has taken it meanwhile, the next one
  static EmbeddedPostgresql start(
      DataFolder folder, Durability durability, Path home, IntSupplier ports) {
    try {
      var programs = Programs.unpacked(home);
      var files = new ClusterFiles(folder.path().resolve("cluster"));
      var runAs =
          RunAs.choose(folder.path(), files.folder(), Path.of(programs.program("postgres")));
      files.createIfMissing(programs, runAs, durability);
      return guarded(files, new ClusterStart(files, programs, runAs, durability, ports));
    } catch (IOException e) {
      throw StartRefused.failed(
          "PostgreSQL could not be started in %s: %s.".formatted(folder.path(), e.getMessage()), e);
    }
  }

  /// Told to end while the cluster is coming up, the process takes it down again.
  private static EmbeddedPostgresql guarded(ClusterFiles files, ClusterStart start)
      throws IOException {
    var decided = new CountDownLatch(1);
    var guard = new Thread(() -> stopWhen(decided, files), "stop cluster");
    Runtime.getRuntime().addShutdownHook(guard);
    try {
      var running = start.run();
      return new EmbeddedPostgresql(files, running.access(), running.adopted());
    } finally {
      decided.countDown();
      release(guard);
    }
  }

  private static void stopWhen(CountDownLatch decided, ClusterFiles files) {
    try {
      if (decided.await(POLITENESS.toSeconds(), TimeUnit.SECONDS)) {
        stop(files);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void release(Thread guard) {
    try {
      Runtime.getRuntime().removeShutdownHook(guard);
    } catch (IllegalStateException ending) {
      // The guard is at work already.
    }
  }

  public DatabaseAccess access() {
    return access;
  }

  /// Whether the cluster was left running by an earlier server.
  public boolean adopted() {
    return adopted;
  }

  /// Stops the cluster, an adopted one as well: open transactions are rolled back. Waits until it
  /// has ended, at most 25 s; one that lingers even then is taken over by the next start.
  @Override
  public void close() {
    stop(files);
  }

  private static void stop(ClusterFiles files) {
    stop(files, "INT", POLITENESS);
    stop(files, "QUIT", Duration.ofSeconds(5));
  }

  private static void stop(ClusterFiles files, String signal, Duration patience) {
    Postmaster.read(files.data())
        .filter(postmaster -> postmaster.isAlive() && postmaster.servesFiles())
        .ifPresent(postmaster -> {
          signal(files, postmaster.pid(), signal);
          // The file goes last; the process may linger as a zombie where nobody reaps.
          await(() -> !Files.exists(Postmaster.fileIn(files.data())), patience);
        });
  }

  private static void signal(ClusterFiles files, long pid, String signal) {
    try {
      new Command(files.folder(), Duration.ofSeconds(5))
          .run(List.of(), "sh", "-c", "kill -" + signal + " " + pid);
    } catch (IOException gone) {
      // The wait that follows shows whether it ended.
    }
  }

  private static void await(BooleanSupplier done, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < deadline) {
      Pause.briefly();
    }
  }
}
