import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.cluster.Durability;
import ghostwriter.cluster.EmbeddedPostgresql;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.Finish;
import ghostwriter.queue.WorkerId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whether the queue and the feed stay as fast as they are when there are a hundred times as many projects: one that drafts
/// one project at a time, on a database of few projects and on one of many, step by step in turns. One in twenty projects
/// waits to be drafted; every step is about another project.
final class Scale {
  private static final int FEW = 10_000;
  private static final double LIMIT = 1.5;
  private static final double LIMIT_GIB = 3;
  private static final Duration LIMIT_TIME = Duration.ofMinutes(15);
  private static final int STEPS = 100;
  private static final Finish NOTHING = new Finish(new Words("Nothing."), "{}", "{}", List.of(), false);

  public static void main(String[] arguments) throws Exception {
    long began = System.nanoTime();
    var options = new Options(arguments);
    try (var scratch = Scratch.make();
        var folder = DataFolder.open(scratch.folder());
        var server = EmbeddedPostgresql.start(folder, Durability.DURABLE)) {
      int rounds = options.number("rounds", 5);
      int many = options.number("projects", 1_000_000);
      try (var small = new Town(server.access(), FEW, rounds);
          var large = new Town(server.access(), many, rounds)) {
        compare(small, large, rounds);
      }
      double gibibytes = size(scratch.folder()) / Math.pow(2, 30);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      System.out.printf(
          Locale.ENGLISH,
          "scale: %.1f GiB on disk (limit %.0f), %d min %d s in all (limit %d min): %s%n",
          gibibytes,
          LIMIT_GIB,
          took.toMinutes(),
          took.toSecondsPart(),
          LIMIT_TIME.toMinutes(),
          gibibytes <= LIMIT_GIB && took.compareTo(LIMIT_TIME) <= 0 ? "met" : "MISSED");
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void compare(Town small, Town large, int rounds) {
    for (int step = 0; step < STEPS; step++) {
      small.step();
      large.step();
    }
    List<List<Double>> ratios = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<List<Double>> micros = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < rounds; round++) {
      small.forget();
      large.forget();
      for (int step = 0; step < STEPS; step++) {
        small.step();
        large.step();
      }
      for (int kind = 0; kind < ratios.size(); kind++) {
        ratios.get(kind).add(large.median(kind) / small.median(kind));
        micros.get(kind).add(large.median(kind));
      }
    }
    for (int kind = 0; kind < ratios.size(); kind++) {
      report(Town.KINDS.get(kind), small, large, Figures.of(micros.get(kind)), Figures.of(ratios.get(kind)));
    }
  }

  private static void report(String kind, Town small, Town large, Figures micros, Figures ratios) {
    System.out.printf(
        Locale.ENGLISH,
        "scale: %s with %,d projects: median %.0f us, ratio to %,d projects in %d rounds: min %.2f, median %.2f, max %.2f"
            + " (limit %.1f): %s%n",
        kind,
        large.projects,
        micros.median(),
        small.projects,
        ratios.count(),
        ratios.sorted().getFirst(),
        ratios.median(),
        ratios.sorted().getLast(),
        LIMIT,
        ratios.median() <= LIMIT ? "met" : "MISSED");
  }

  /// A database with so many projects.
  private static final class Town implements AutoCloseable {
    static final List<String> KINDS = List.of("a request", "a claim", "reading the news");

    final int projects;
    private final House house;
    private final WorkerId worker = new WorkerId(UUID.randomUUID());
    private final Iterator<ProjectId> sample;
    private final List<List<Double>> micros = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    Town(DatabaseAccess server, int projects, int rounds) {
      this.projects = projects;
      String name = "town_" + projects;
      try (var any = new House(server, 1)) {
        any.sql.sql("create database " + name).update();
      }
      String url = server.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
      Flyway.configure().dataSource(url, server.user(), server.password()).load().migrate();
      house = new House(new DatabaseAccess(url, server.user(), server.password()), 2);
      fill();
      house.queue.beat(worker);
      sample = sample(2 * STEPS * (rounds + 1)).iterator();
    }

    private void fill() {
      for (int made = 0; made < projects; made += 50_000) {
        fill(Math.min(50_000, projects - made));
      }
      house.sql.sql("vacuum (analyze)").update();
      house.sql.sql("checkpoint").update();
    }

    /// Drafted once each, which left two pieces of news; one in twenty has asked again.
    private void fill(int count) {
      JdbcClient sql = house.sql;
      house.doInTransaction(() -> {
        sql.sql("set local session_replication_role = replica").update();
        sql.sql(
                """
                create temporary table made on commit drop as
                select uuidv7() as id, uuidv7() as done, uuidv7() as waiting, n from generate_series(1, :count) as n
                """)
            .param("count", count)
            .update();
        sql.sql(
                """
                insert into project (id, title, kind, language, created_at)
                select id, 'A book', 'memoir', 'en', now() from made
                """)
            .update();
        sql.sql(
                """
                insert into draft_job
                  (project_id, id, kind, status, urgency, summary, attempts, epoch, through, usage,
                   generated_summary, duration_ms, created_at, started_at, completed_at)
                select id, done, 'update', 'complete', 1, 'the harbour', 1, 1, '{}', '{}', 'I wrote it down.', 900,
                       now(), now(), now() from made
                """)
            .update();
        sql.sql(
                """
                insert into draft_job (project_id, id, kind, status, urgency, summary, created_at)
                select id, waiting, 'update', 'queued', n / 20 % 3, 'the storm', now() from made where n % 20 = 0
                """)
            .update();
        sql.sql(
                """
                insert into draft_slot (project_id, state, urgency, due_at, attempts, epoch, waiting_job)
                select id, case when n % 20 = 0 then 'ready' else 'idle' end, n / 20 % 3, now() - random() * interval '4 minutes',
                       0, 1, case when n % 20 = 0 then waiting end
                  from made
                """)
            .update();
        sql.sql("insert into feed_head (project_id, seq) select id, 2 from made").update();
        sql.sql(
                """
                insert into feed_event (project_id, seq, at, kind, payload)
                select id, seq, now(), 'draftProgress', jsonb_build_object('jobId', done, 'status', 'completed')
                  from made cross join generate_series(1, 2) as seq
                """)
            .update();
      });
    }

    private List<ProjectId> sample(int size) {
      return house.sql.sql("select id from project order by random() limit :size")
          .param("size", size)
          .query((row, _) -> new ProjectId(row.getObject(1, UUID.class)))
          .list();
    }

    void forget() {
      micros.forEach(List::clear);
    }

    double median(int kind) {
      return Figures.of(micros.get(kind)).median();
    }

    /// Asks for a draft, takes another one and ends it, and reads the news of a third.
    void step() {
      var request = DraftRequest.of(sample.next(), Urgency.HIGH, new Words("the storm"));
      timed(0, () -> house.inTransaction(() -> house.queue.enqueue(request)));
      List<DraftJob> claimed = new ArrayList<>();
      timed(1, () -> claimed.addAll(house.inTransaction(() -> house.queue.claim(worker, 1))));
      house.doInTransaction(() -> house.queue.finish(claimed.getFirst(), NOTHING));
      ProjectId viewed = sample.next();
      timed(2, () -> house.feed.after(viewed, 0, 100));
    }

    private void timed(int kind, Runnable work) {
      long began = System.nanoTime();
      work.run();
      micros.get(kind).add((System.nanoTime() - began) / 1e3);
    }

    @Override
    public void close() {
      house.close();
    }
  }
}
