import ghostwriter.interview.BeginResult.Begun;
import ghostwriter.interview.Interviews;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a live session holds while nobody says anything: heap and direct memory after garbage collection, without and
/// with many sessions that are connected and greeted, both ends of each in this process, the interview's and the built-in
/// engine's.
final class Idle {
  private static final int OF_ONE_PERSON = 8;
  private static final int WARM_UP = 100;
  private static final double LIMIT_KIBIBYTES = 200;
  private static final long PATIENCE_MILLIS = 240_000;

  /// @param heap in bytes, after garbage collection
  /// @param direct in bytes, outside the heap
  private record Held(long heap, long direct) {
    double kibibytesMoreThan(Held before, int sessions) {
      return (heap + direct - before.heap - before.direct) / 1024.0 / sessions;
    }
  }

  public static void main(String[] arguments) throws Exception {
    var options = new Options(arguments);
    int sessions = options.number("sessions", 1_000);
    int rounds = options.number("rounds", 3);
    try (var server = new Server(1, UnaryOperator.identity())) {
      new Idle(server).measure(sessions, rounds);
    }
    System.exit(0);
  }

  private final Server server;
  private final Interviews interviews;
  private final JdbcClient sql;

  private Idle(Server server) {
    this.server = server;
    this.interviews = server.bean(Interviews.class);
    this.sql = server.bean(JdbcClient.class);
  }

  private void measure(int sessions, int rounds) throws Exception {
    stop(begin(WARM_UP));
    System.out.println("idle: sessions | heap MiB | direct MiB | KiB a session");
    List<Double> each = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Held before = held();
      List<SessionId> live = begin(sessions);
      Held with = held();
      stop(live);
      each.add(with.kibibytesMoreThan(before, sessions));
      print(0, before, "");
      print(sessions, with, String.format(Locale.ENGLISH, "%.1f", each.getLast()));
    }
    double median = Figures.of(each).median();
    System.out.printf(
        Locale.ENGLISH,
        "idle: 0 against %,d sessions, %d rounds: median %.1f KiB of heap and direct memory a session, both ends (limit %.0f): %s%n",
        sessions,
        rounds,
        median,
        LIMIT_KIBIBYTES,
        median <= LIMIT_KIBIBYTES ? "met" : "MISSED");
  }

  private static void print(int sessions, Held held, String each) {
    System.out.printf(
        Locale.ENGLISH,
        "idle: %,8d | %8.1f | %10.1f | %13s%n",
        sessions,
        held.heap / 1024.0 / 1024,
        held.direct / 1024.0 / 1024,
        each);
  }

  private List<SessionId> begin(int count) throws InterruptedException {
    List<SessionId> begun = new ArrayList<>();
    var person = server.newAuthor().person();
    for (int i = 0; i < count; i++) {
      person = i % OF_ONE_PERSON == 0 ? server.newAuthor().person() : person;
      var author = person;
      ProjectId book = server.inTransaction(() -> server.newBook(author));
      begun.add(((Begun) interviews.begin(author, Optional.of(book))).interview().id());
    }
    await(
        count,
        begun,
        """
        select count(*) from item
         where session_id = any(:sessions) and role = 'assistant' and kind = 'message' and status = 'completed'
        """);
    return begun;
  }

  private void stop(List<SessionId> sessions) throws InterruptedException {
    sessions.forEach(interviews::stop);
    await(
        sessions.size(),
        sessions,
        "select count(*) from interview where session_id = any(:sessions) and standing = 'stopped'");
  }

  private void await(int wanted, List<SessionId> sessions, String question) throws InterruptedException {
    UUID[] ids = sessions.stream().map(SessionId::value).toArray(UUID[]::new);
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (sql.sql(question).param("sessions", ids).query(Long.class).single() < wanted) {
      if (System.currentTimeMillis() > deadline) {
        throw new IllegalStateException("not all of " + wanted + " sessions came so far");
      }
      Thread.sleep(100);
    }
  }

  /// What is still on its way has come by then, and what was let go is gone.
  private static Held held() throws InterruptedException {
    Thread.sleep(4_000);
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    long direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return new Held(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), direct);
  }
}
