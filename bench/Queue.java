import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.cluster.Durability;
import ghostwriter.cluster.EmbeddedPostgresql;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.Ended;
import ghostwriter.queue.EnqueueResult;
import ghostwriter.queue.Finish;
import ghostwriter.queue.WorkerId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/// What the queue bears, in interleaved rounds on one durable database:
///
/// - requests (dedupe look, insert or merge, news, one transaction) from 8 connections, as the web asks, which has nothing
///   else to change, against the same 8 connections that commit one plain insert each; and as the interview asks, within
///   a transaction of its own;
/// - jobs that do nothing, each of a project of its own, claimed and finished with their news, against db-scheduler.
///
/// Beside both stands what the least of such queues could do on this database, which tells how far the measures can be met.
final class Queue {
  private static final int CONNECTIONS = 8;
  private static final double ENQUEUE_LIMIT = 0.35;
  private static final double DRAIN_LIMIT = 3;
  private static final Finish NOTHING = new Finish(new Words("Nothing."), "{}", "{}", List.of(), false);

  /// What is done together in one transaction, claims as well as ends.
  private static final int BATCH = 64;

  public static void main(String[] arguments) throws Exception {
    var options = new Options(arguments);
    try (var scratch = Scratch.make();
        var folder = DataFolder.open(scratch.folder());
        var server = EmbeddedPostgresql.start(folder, Durability.DURABLE)) {
      DatabaseAccess access = server.access();
      Flyway.configure().dataSource(access.jdbcUrl(), access.user(), access.password()).load().migrate();
      try (var house = new House(access, CONNECTIONS);
          var peer = new Peer(access);
          var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
        var queue = new Queue(house, access, peer, threads, options.number("jobs", 8_000));
        int rounds = options.number("rounds", 5);
        queue.compareEnqueues(rounds, options.number("requests", 16_000));
        queue.compareDrains(rounds);
      }
    }
  }

  private final House house;
  private final DatabaseAccess access;
  private final Peer peer;
  private final Floor floor;
  private final ExecutorService threads;
  private final List<ProjectId> projects = new ArrayList<>();

  private Queue(House house, DatabaseAccess access, Peer peer, ExecutorService threads, int jobs) {
    this.house = house;
    this.access = access;
    this.peer = peer;
    this.floor = new Floor(access);
    this.threads = threads;
    house.sql.sql("create table plain (id uuid primary key, said text not null)").update();
    fill(jobs);
  }

  /// The queue needs no more of a project than that it is there.
  private void fill(int jobs) {
    projects.addAll(
        house.sql.sql(
                """
                insert into project (id, title, kind, language, created_at)
                select gen_random_uuid(), 'Bench', 'memoir', 'en', now() from generate_series(1, :n) returning id
                """)
            .param("n", jobs)
            .query((row, _) -> new ProjectId(row.getObject(1, UUID.class)))
            .list());
  }

  private void compareEnqueues(int rounds, int requests) throws Exception {
    List<Double> plain = new ArrayList<>();
    List<Double> enqueued = new ArrayList<>();
    List<Double> joined = new ArrayList<>();
    List<Double> least = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = -1; round < rounds; round++) {
      double inserts = insertPlainly(requests);
      double lowest = askFloor(requests);
      double within = enqueue(requests, request -> house.inTransaction(() -> house.queue.enqueue(request)));
      double enqueues = enqueue(requests, this::enqueueAlone);
      if (round >= 0) {
        plain.add(inserts);
        joined.add(within);
        enqueued.add(enqueues);
        least.add(lowest / inserts);
        ratios.add(enqueues / inserts);
      }
    }
    report(
        "enqueue, " + CONNECTIONS + " connections: %,.0f a second, plain inserts %,.0f a second",
        enqueued, plain, ratios, ENQUEUE_LIMIT);
    System.out.printf(
        Locale.ENGLISH,
        "queue: the same within a transaction of the caller: %,.0f a second; the least that could be written: ratio %.2f%n",
        Figures.of(joined).median(),
        Figures.of(least).median());
  }

  private EnqueueResult enqueueAlone(DraftRequest request) {
    return house
        .queue
        .enqueueAlone(request)
        .orElseGet(() -> house.inTransaction(() -> house.queue.enqueue(request)));
  }

  private double askFloor(int requests) throws Exception {
    floor.clear(requests, false);
    List<UUID> asking = floor.projects();
    var next = new AtomicInteger();
    int share = requests / CONNECTIONS;
    return perSecond(requests, () -> {
      int from = next.getAndAdd(share);
      floor.ask(asking.subList(from, from + share));
      return null;
    });
  }

  private double insertPlainly(int inserts) throws Exception {
    return perSecond(inserts, () -> {
      try (Connection connection =
              DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
          var insert = connection.prepareStatement("insert into plain (id, said) values (?, ?)")) {
        for (int i = 0; i < inserts / CONNECTIONS; i++) {
          insert.setObject(1, UUID.randomUUID());
          insert.setString(2, "The harbour, and how we left it by boat.");
          insert.executeUpdate();
        }
      }
      return null;
    });
  }

  /// Half of the requests are new jobs, the others join one.
  private double enqueue(int requests, Function<DraftRequest, EnqueueResult> ask) throws Exception {
    clear();
    var next = new AtomicInteger();
    return perSecond(requests, () -> {
      for (int i = 0; i < requests / CONNECTIONS; i++) {
        int number = next.getAndIncrement();
        var project = projects.get(number % Math.min(projects.size(), requests / 2));
        var request = DraftRequest.of(project, Urgency.NORMAL, new Words("The harbour, " + number));
        ask.apply(request);
      }
      return null;
    });
  }

  private double perSecond(int times, Callable<Void> work) throws Exception {
    checkpoint();
    long began = System.nanoTime();
    List<Future<Void>> all = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      all.add(threads.submit(work));
    }
    for (Future<Void> one : all) {
      one.get();
    }
    return times / ((System.nanoTime() - began) / 1e9);
  }

  private void compareDrains(int rounds) throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> served = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<Double> least = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = -1; round < rounds; round++) {
      double serve = drainAsTheServer();
      checkpoint();
      double their = peer.drain(projects.size());
      double our = drainInBatches();
      double lowest = drainFloor();
      if (round >= 0) {
        served.add(serve);
        theirs.add(their);
        ours.add(our);
        least.add(lowest / their);
        ratios.add(our / their);
      }
    }
    report(
        "claim, finish and news of jobs that do nothing: %,.0f a second, db-scheduler %,.0f a second",
        ours, theirs, ratios, DRAIN_LIMIT);
    System.out.printf(
        Locale.ENGLISH,
        "queue: the same as the server does it, one thread that claims and %d that end one job at a time: %,.0f a second; the least that could be"
            + " written: ratio %.2f%n",
        CONNECTIONS,
        Figures.of(served).median(),
        Figures.of(least).median());
  }

  /// Every thread claims and ends many in one transaction each.
  ///
  /// @return jobs a second
  private double drainInBatches() throws Exception {
    WorkerId worker = waitingJobs();
    return perSecond(projects.size(), () -> {
      for (List<DraftJob> jobs = claim(worker); !jobs.isEmpty(); jobs = claim(worker)) {
        List<Ended> ends = jobs.stream().map(job -> new Ended(job, NOTHING)).toList();
        house.doInTransaction(() -> house.queue.finishAll(ends));
      }
      return null;
    });
  }

  /// @return jobs a second
  private double drainFloor() throws Exception {
    floor.clear(projects.size(), true);
    return perSecond(projects.size(), () -> {
      floor.drain();
      return null;
    });
  }

  /// @return jobs a second
  private double drainAsTheServer() throws Exception {
    WorkerId worker = waitingJobs();
    checkpoint();
    var places = new Semaphore(4 * BATCH);
    List<Future<?>> all = new ArrayList<>();
    long began = System.nanoTime();
    for (List<DraftJob> jobs = claim(worker); !jobs.isEmpty(); jobs = claim(worker)) {
      for (DraftJob job : jobs) {
        places.acquire();
        all.add(threads.submit(() -> {
          house.doInTransaction(() -> house.queue.finish(job, NOTHING));
          places.release();
        }));
      }
    }
    for (Future<?> one : all) {
      one.get();
    }
    return projects.size() / ((System.nanoTime() - began) / 1e9);
  }

  /// A job waits in every project.
  private WorkerId waitingJobs() {
    clear();
    for (int from = 0; from < projects.size(); from += 500) {
      List<ProjectId> some = projects.subList(from, Math.min(projects.size(), from + 500));
      house.doInTransaction(
          () -> some.forEach(it -> house.queue.enqueue(DraftRequest.of(it, Urgency.HIGH, Words.NONE))));
    }
    var worker = new WorkerId(house.ids.next());
    house.queue.beat(worker);
    return worker;
  }

  private List<DraftJob> claim(WorkerId worker) {
    return house.inTransaction(() -> house.queue.claim(worker, BATCH));
  }

  /// Every project has had its news and its first draft.
  private void clear() {
    house.sql.sql("truncate draft_slot, draft_job, draft_request, feed_head, feed_event").update();
    house.sql.sql("insert into feed_head (project_id, seq) select id, 1 from project").update();
    house.sql.sql(
            """
            insert into feed_event (project_id, seq, at, kind, payload)
            select id, 1, now(), 'blueprintCommitted', '{}' from project
            """)
        .update();
    house.sql.sql(
            """
            insert into draft_slot (project_id, state, urgency, due_at, attempts, epoch)
            select id, 'idle', 1, now(), 0, 1 from project
            """)
        .update();
  }

  private void checkpoint() {
    house.sql.sql("checkpoint").update();
  }

  private static void report(
      String what, List<Double> ours, List<Double> theirs, List<Double> ratios, double limit) {
    Figures ratio = Figures.of(ratios);
    System.out.printf(
        Locale.ENGLISH,
        "queue: " + what + "; ratio in %d rounds: min %.2f, median %.2f, max %.2f (limit %.2f): %s%n",
        Figures.of(ours).median(),
        Figures.of(theirs).median(),
        ratios.size(),
        ratio.sorted().getFirst(),
        ratio.median(),
        ratio.sorted().getLast(),
        limit,
        ratio.median() >= limit ? "met" : "MISSED");
  }
}
