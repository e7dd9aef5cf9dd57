import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.cluster.Durability;
import ghostwriter.cluster.EmbeddedPostgresql;
import ghostwriter.feed.Hints;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.WorkerId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/// From the commit of a request in one process to the commit of its claim in another, against a bare LISTEN/NOTIFY round
/// trip between the same two processes on the same database, interleaved in one run.
final class PickUp {
  private static final int ROUNDS = 5;
  private static final int EACH = 100;

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("worker")) {
      new Worker(new DatabaseAccess(arguments[1], arguments[2], arguments[3])).run();
    } else {
      measure(Path.of(arguments[0]).toRealPath());
    }
  }

  private static void measure(Path project) throws Exception {
    try (var scratch = Scratch.make();
        var folder = DataFolder.open(scratch.folder());
        var server = EmbeddedPostgresql.start(folder, Durability.DURABLE)) {
      DatabaseAccess access = server.access();
      Flyway.configure().dataSource(access.jdbcUrl(), access.user(), access.password()).load().migrate();
      try (var house = new House(access, 8)) {
        new PickUp(house, access).compare(project);
      }
    }
  }

  private final House house;
  private final DatabaseAccess access;
  private final List<Double> pickUps = new ArrayList<>();
  private final List<Double> trips = new ArrayList<>();
  private final Map<JobId, Instant> claimed = new ConcurrentHashMap<>();
  private final Semaphore arrived = new Semaphore(0);

  private PickUp(House house, DatabaseAccess access) {
    this.house = house;
    this.access = access;
  }

  private void compare(Path project) throws Exception {
    Process worker =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                project.resolve("bench/PickUp.java").toString(),
                "worker",
                access.jdbcUrl(),
                access.user(),
                access.password())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread.ofVirtual().start(() -> hear(worker));
    try (Connection line = connect(access)) {
      line.createStatement().execute("listen pong");
      arrived.acquire();
      warmUp(line);
      for (int round = 0; round < ROUNDS; round++) {
        bareTrips(line);
        jobs();
      }
      report();
    } finally {
      worker.destroy();
      worker.waitFor();
    }
  }

  private void warmUp(Connection line) throws Exception {
    bareTrips(line);
    jobs();
    trips.clear();
    pickUps.clear();
  }

  /// The worker says `ready`, then one line a claim: job and time.
  private void hear(Process worker) {
    worker
        .inputReader()
        .lines()
        .forEach(
            line -> {
              String[] words = line.split(" ", -1);
              if (words.length == 2) {
                claimed.put(JobId.of(words[0]), Instant.parse(words[1]));
              }
              arrived.release();
            });
  }

  private void bareTrips(Connection line) throws Exception {
    for (int i = 0; i < EACH; i++) {
      long began = System.nanoTime();
      line.createStatement().execute("notify ping");
      while (line.unwrap(PGConnection.class).getNotifications(1000).length == 0) {}
      trips.add((System.nanoTime() - began) / 1e6);
      Thread.sleep(8);
    }
  }

  private void jobs() throws Exception {
    for (int i = 0; i < EACH; i++) {
      ProjectId project = house.newProject();
      JobId job = enqueue(project);
      Instant committed = Instant.now();
      if (!arrived.tryAcquire(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other process did not pick the job up");
      }
      pickUps.add(ChronoUnit.NANOS.between(committed, claimed.get(job)) / 1e6);
      Thread.sleep(8);
    }
  }

  private JobId enqueue(ProjectId project) {
    var request = DraftRequest.of(project, Urgency.HIGH, Words.NONE);
    return house.inTransaction(() -> house.queue.enqueue(request)).job();
  }

  private void report() {
    double p50 = percentile(pickUps, 50) / percentile(trips, 50);
    double p95 = percentile(pickUps, 95) / percentile(trips, 95);
    System.out.printf(
        Locale.ENGLISH,
        "pickup: other process, %d jobs: P50 %.2f ms, P95 %.2f ms; bare LISTEN/NOTIFY round trip: P50 %.2f ms, P95 %.2f ms;"
            + " ratio P50 %.2f (limit 2), P95 %.2f (limit 3): %s%n",
        pickUps.size(),
        percentile(pickUps, 50),
        percentile(pickUps, 95),
        percentile(trips, 50),
        percentile(trips, 95),
        p50,
        p95,
        p50 <= 2 && p95 <= 3 ? "met" : "MISSED");
  }

  private static double percentile(List<Double> values, int percent) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private static Connection connect(DatabaseAccess access) throws Exception {
    return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
  }

  /// The other process: claims at each hint, and answers a bare ping.
  private static final class Worker {
    private final DatabaseAccess access;

    private Worker(DatabaseAccess access) {
      this.access = access;
    }

    private void run() throws Exception {
      Thread.ofPlatform().daemon().start(this::answerPings);
      try (var house = new House(access, 8)) {
        var bell = new Semaphore(0);
        var id = new WorkerId(house.ids.next());
        house.hints.listen(Hints.Topic.DRAFTS, _ -> bell.release());
        System.out.println("ready");
        while (true) {
          bell.tryAcquire(1, TimeUnit.SECONDS);
          bell.drainPermits();
          List<DraftJob> jobs = house.inTransaction(() -> house.queue.claim(id, 8));
          Instant now = Instant.now();
          jobs.forEach(job -> System.out.println(job.id() + " " + now));
        }
      }
    }

    private void answerPings() {
      try (Connection line = connect(access)) {
        line.createStatement().execute("listen ping");
        while (true) {
          var pings = line.unwrap(PGConnection.class).getNotifications(1000);
          for (int i = 0; pings != null && i < pings.length; i++) {
            line.createStatement().execute("notify pong");
          }
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
