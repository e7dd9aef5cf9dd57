import com.zaxxer.hikari.HikariDataSource;
import ghostwriter.account.Accounts;
import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.cluster.Durability;
import ghostwriter.cluster.EmbeddedPostgresql;
import ghostwriter.feed.Feed;
import ghostwriter.feed.Hints;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Projects;
import ghostwriter.transcript.Direction;
import ghostwriter.transcript.Mode;
import ghostwriter.transcript.RawEvent;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What a long transcript costs: appending one item to a session of 100 and to one of 50,000, interleaved in five rounds,
/// each append a durable transaction of its own; and reading a project of 20,000 items, some 20 hours of talk.
final class Transcript {
  private static final BookKind MEMOIR = new BookKinds().find("memoir").orElseThrow();
  private static final int ROUNDS = 5;
  private static final int EACH = 100;
  private static final double RATIO_LIMIT = 1.2;
  private static final long READ_LIMIT_MILLIS = 300;

  public static void main(String[] arguments) throws Exception {
    Path data = Files.createTempDirectory("ghostwriter-bench");
    try (var folder = DataFolder.open(data);
        var server = EmbeddedPostgresql.start(folder, Durability.DURABLE)) {
      DatabaseAccess access = server.access();
      Flyway.configure().dataSource(access.jdbcUrl(), access.user(), access.password()).load().migrate();
      try (var pool = new HikariDataSource()) {
        pool.setJdbcUrl(access.jdbcUrl());
        pool.setUsername(access.user());
        pool.setPassword(access.password());
        new Transcript(pool).measure();
      }
    }
  }

  /// A session that is being talked in.
  private final class Talk {
    final ProjectId project = project();
    final SessionId session =
        transaction.execute(_ -> transcripts.openSession("talk", Optional.of(project)));
    int items;

    List<RawEvent> next(int count) {
      List<RawEvent> events = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        events.add(event(items++));
      }
      return events;
    }

    void append(List<RawEvent> events) {
      transaction.executeWithoutResult(_ -> transcripts.append(session, events, Mode.GHOSTWRITING));
    }

    Talk filled(int count) {
      while (items < count) {
        append(next(Math.min(500, count - items)));
      }
      return this;
    }

    long appendOne() {
      List<RawEvent> one = next(1);
      long began = System.nanoTime();
      append(one);
      return (System.nanoTime() - began) / 1_000;
    }
  }

  private final JsonMapper json = JsonMapper.builder().build();
  private final TransactionTemplate transaction;
  private final Accounts accounts;
  private final Projects projects;
  private final Transcripts transcripts;

  private Transcript(HikariDataSource pool) {
    JdbcClient sql = JdbcClient.create(pool);
    var clock = InstantSource.system();
    var ids = new Ids(clock);
    transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    accounts = new Accounts(sql, ids, clock);
    projects = new Projects(sql, accounts, ids, clock, List.of());
    var feed = new Feed(sql, new Hints(), json, clock);
    transcripts = new Transcripts(sql, new JdbcTemplate(pool), json, projects, feed, ids, clock);
  }

  private ProjectId project() {
    return transaction.execute(_ ->
        projects.create("A book", MEMOIR, Locale.ENGLISH, accounts.add("Author", false)).id());
  }

  private RawEvent event(int number) {
    var frame = json.createObjectNode().put("type", "conversation.item.added");
    frame.put("previous_item_id", number == 0 ? null : "item_" + (number - 1));
    frame
        .putObject("item")
        .put("id", "item_" + number)
        .put("type", "message")
        .put("role", "user")
        .put("status", "completed")
        .putArray("content")
        .addObject()
        .put("type", "input_text")
        .put("text", "In the year " + number + " we went down to the harbour to see the boats come in. ".repeat(3));
    return RawEvent.of(1, Direction.FROM_PROVIDER, InstantSource.system().instant(), frame);
  }

  private void measure() {
    append(new Talk().filled(100), new Talk().filled(50_000));
    read(new Talk().filled(20_000));
  }

  private void append(Talk shorter, Talk longer) {
    round(shorter, longer);
    List<Double> ratios = new ArrayList<>();
    List<Long> late = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long[] medians = round(shorter, longer);
      late.add(medians[1]);
      ratios.add((double) medians[1] / medians[0]);
    }
    Collections.sort(ratios);
    Collections.sort(late);
    System.out.printf(
        "transcript: append at item 50,000: median %d us, ratio to item 100 in %d rounds: min %.2f, median %.2f, max %.2f (limit %.1f): %s%n",
        late.get(ROUNDS / 2),
        ROUNDS,
        ratios.getFirst(),
        ratios.get(ROUNDS / 2),
        ratios.getLast(),
        RATIO_LIMIT,
        ratios.get(ROUNDS / 2) <= RATIO_LIMIT ? "met" : "MISSED");
  }

  private static long[] round(Talk shorter, Talk longer) {
    List<Long> small = new ArrayList<>();
    List<Long> large = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      small.add(shorter.appendOne());
      large.add(longer.appendOne());
    }
    Collections.sort(small);
    Collections.sort(large);
    return new long[] {small.get(EACH / 2), large.get(EACH / 2)};
  }

  private void read(Talk talk) {
    List<Long> millis = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      transcripts.ofProject(talk.project);
      millis.add((System.nanoTime() - began) / 1_000_000);
    }
    System.out.printf(
        "transcript: read 20,000 items: first %d ms, max %d ms of %d (limit %d ms): %s%n",
        millis.getFirst(),
        Collections.max(millis),
        ROUNDS,
        READ_LIMIT_MILLIS,
        Collections.max(millis) <= READ_LIMIT_MILLIS ? "met" : "MISSED");
  }
}
