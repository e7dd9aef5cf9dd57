import com.sun.management.OperatingSystemMXBean;
import ghostwriter.drafting.Answer;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.DraftModel;
import ghostwriter.drafting.WorkerLoop;
import ghostwriter.vocabulary.ProjectId;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Many typed sessions at once, each by HTTP, with the built-in engine, on the whole server in this process: from the
/// arrival of a tool call to the sending of its output, as the stored raw events tell it, and from the acceptance of
/// typed words to the whole answer in the client's hands. In turns with nobody drafting, and with 10,000 drafts that wait
/// while 8 are being drafted by a model that takes one to three seconds.
final class Sessions {
  private static final int DRAFTS = 8;
  private static final int OF_ONE_PERSON = 8;
  /// How long a draft takes at most; a third of it at least.
  private static final Duration MODEL = Duration.ofSeconds(3);
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final double P99_LIMIT = 50;
  private static final double MEDIAN_RATIO_LIMIT = 1.1;
  private static final double P99_RATIO_LIMIT = 1.5;

  /// A stretch of time in which nothing was changed.
  ///
  /// @param drafted how many drafts were published
  /// @param busy the share of the machine that was at work, whoever's work it was
  /// @param spent processor time of this process
  /// @param database processor time of PostgreSQL
  private record Round(
      boolean full, Instant from, Instant to, long drafted, double busy, Duration spent, Duration database) {}

  private record Measured(Round round, Figures tools, Figures replies) {}

  public static void main(String[] arguments) throws Exception {
    var options = new Options(arguments);
    int jobs = options.number("jobs", 10_000);
    int sessions = options.number("sessions", 200);
    int rounds = options.number("rounds", 5);
    Duration length = Duration.ofSeconds(options.number("seconds", 45));
    // The server closes first: its streams have no end of their own.
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var server = new Server(DRAFTS, SlowModel::new)) {
      new Sessions(server, http, jobs).measure(sessions, rounds, length);
    }
    System.exit(0);
  }

  /// Takes its time, as a hosted model does.
  private record SlowModel(DraftModel quick) implements DraftModel {
    @Override
    public Answer draft(Brief brief) {
      try {
        Thread.sleep(ThreadLocalRandom.current().nextLong(MODEL.toMillis() / 3, MODEL.toMillis()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return quick.draft(brief);
    }

    @Override
    public boolean readsEverything() {
      return quick.readsEverything();
    }

    @Override
    public boolean speaks(Locale language) {
      return quick.speaks(language);
    }
  }

  private final Server server;
  private final HttpClient http;
  private final int jobs;
  private final Queue<Client.Reply> replies = new ConcurrentLinkedQueue<>();
  private final OperatingSystemMXBean machine =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Sessions(Server server, HttpClient http, int jobs) {
    this.server = server;
    this.http = http;
    this.jobs = jobs;
  }

  private void measure(int sessions, int rounds, Duration length) throws Exception {
    var backlog = new Backlog(server, jobs);
    var worker = server.bean(WorkerLoop.class);
    begin(sessions);
    // Neither way is measured cold.
    Thread.sleep(WARM_UP);
    backlog.fill();
    Thread.sleep(WARM_UP.dividedBy(2));
    backlog.empty();
    List<Round> measured = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      worker.stop();
      measured.add(round(backlog, false, length));
      backlog.fill();
      worker.start();
      measured.add(round(backlog, true, length));
      backlog.empty();
    }
    report(sessions, measured.stream().map(this::look).toList());
  }

  private void begin(int sessions) throws Exception {
    Server.Author author = server.newAuthor();
    for (int i = 0; i < sessions; i++) {
      author = i % OF_ONE_PERSON == 0 ? server.newAuthor() : author;
      var person = author.person();
      ProjectId book = server.inTransaction(() -> server.newBook(person));
      Client client = Client.begin(http, server.address(), author.token(), book);
      Thread.ofVirtual().start(() -> client.talk(EVERY, replies::add));
    }
  }

  private Round round(Backlog backlog, boolean full, Duration length) throws InterruptedException {
    // By then drafts run at their pace, or those that were begun before have ended.
    Thread.sleep(MODEL.plusSeconds(2));
    long drafted = backlog.drafted();
    Duration spent = server.spent();
    Duration database = server.spentOnDatabase();
    machine.getCpuLoad();
    Instant from = Instant.now();
    Thread.sleep(length);
    return new Round(
        full,
        from,
        Instant.now(),
        backlog.drafted() - drafted,
        machine.getCpuLoad(),
        server.spent().minus(spent),
        server.spentOnDatabase().minus(database));
  }

  private Measured look(Round round) {
    return new Measured(
        round,
        tools(round),
        Figures.of(
            replies.stream()
                .filter(reply -> reply.accepted().isAfter(round.from) && reply.accepted().isBefore(round.to))
                .map(reply -> reply.delay().toNanos() / 1e6)
                .toList()));
  }

  private Figures tools(Round round) {
    return Figures.of(
        server
            .bean(JdbcClient.class)
            .sql(
                """
                with called as (
                  select session_id, at, payload #>> '{item,call_id}' as call
                    from realtime_event
                   where direction = 's2c' and type = 'response.output_item.done'
                     and payload #>> '{item,type}' = 'function_call' and at between :from and :to),
                answered as (
                  select session_id, at, payload #>> '{item,call_id}' as call
                    from realtime_event
                   where direction = 'c2s' and type = 'conversation.item.create'
                     and payload #>> '{item,type}' = 'function_call_output' and at >= :from)
                select extract(epoch from answered.at - called.at) * 1000
                  from called join answered using (session_id, call)
                """)
            .param("from", round.from.atOffset(ZoneOffset.UTC))
            .param("to", round.to.atOffset(ZoneOffset.UTC))
            .query(Double.class)
            .list());
  }

  private void report(int sessions, List<Measured> rounds) {
    System.out.println(
        "sessions: jobs waiting | tool calls   P50 ms   P99 ms | replies   P50 ms   P99 ms | drafts | ms a turn: server  PostgreSQL | machine busy");
    for (Measured it : rounds) {
      System.out.printf(
          Locale.ENGLISH,
          "sessions: %,12d | %10d %8.1f %8.1f | %7d %8.1f %8.1f | %6d | %17.1f %11.1f | %11.0f%%%n",
          it.round.full ? jobs : 0,
          it.tools.count(),
          it.tools.median(),
          it.tools.percentile(99),
          it.replies.count(),
          it.replies.median(),
          it.replies.percentile(99),
          it.round.drafted,
          (double) it.round.spent.toMillis() / it.replies.count(),
          (double) it.round.database.toMillis() / it.replies.count(),
          it.round.busy * 100);
    }
    double p99 = Figures.of(rounds.stream().filter(it -> !it.round.full).map(it -> it.tools.percentile(99)).toList()).median();
    double medians = ratio(rounds, it -> it.tools.median());
    double p99s = ratio(rounds, it -> it.tools.percentile(99));
    System.out.printf(
        Locale.ENGLISH,
        "sessions: %d typed, a turn every %d s: tool call to output P99 %.1f ms (limit %.0f); with %,d jobs waiting and %d drafted:"
            + " ratio of medians %.2f (limit %.1f), of P99 %.2f (limit %.1f); replies: ratio of medians %.2f, of P99 %.2f: %s%n",
        sessions,
        EVERY.toSeconds(),
        p99,
        P99_LIMIT,
        jobs,
        DRAFTS,
        medians,
        MEDIAN_RATIO_LIMIT,
        p99s,
        P99_RATIO_LIMIT,
        ratio(rounds, it -> it.replies.median()),
        ratio(rounds, it -> it.replies.percentile(99)),
        p99 <= P99_LIMIT && medians <= MEDIAN_RATIO_LIMIT && p99s <= P99_RATIO_LIMIT ? "met" : "MISSED");
  }

  /// The median over the pairs of rounds.
  private static double ratio(List<Measured> rounds, Function<Measured, Double> figure) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i + 1 < rounds.size(); i += 2) {
      ratios.add(figure.apply(rounds.get(i + 1)) / figure.apply(rounds.get(i)));
    }
    return Figures.of(ratios).median();
  }
}
