package ghostwriter.testing;

import com.zaxxer.hikari.HikariDataSource;
import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.blueprint.Field;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.document.Documents;
import ghostwriter.document.Proposals;
import ghostwriter.feed.Feed;
import ghostwriter.feed.Hints;
import ghostwriter.notebook.Notebook;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Project;
import ghostwriter.project.Projects;
import ghostwriter.queue.DatabaseTime;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.QueueCare;
import ghostwriter.recording.RecordingReader;
import ghostwriter.recording.Recordings;
import ghostwriter.transcript.RecordedTurn;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Every room that keeps things, built by constructor on a real database.
public final class TestHouse implements AutoCloseable {
  public final InstantSource clock;
  public final DatabaseAccess access;
  public final HikariDataSource database;
  public final JdbcClient sql;
  public final PlatformTransactionManager transactions;
  public final JsonMapper json = JsonMapper.builder().build();
  public final Ids ids = new Ids(InstantSource.system());
  public final Hints hints = new Hints();
  public final Feed feed;
  public final Accounts accounts;
  public final BookKinds kinds = new BookKinds();
  public final Projects projects;
  public final Transcripts transcripts;
  public final Notebook notebook;
  public final Blueprints blueprints;
  public final Documents documents;
  public final Proposals proposals;
  public final DraftQueue queue;
  public final QueueCare care;
  public final Recordings recordings;

  private final TransactionTemplate transaction;

  public TestHouse(InstantSource clock) {
    this(clock, TestDatabase.fresh());
  }

  public TestHouse(InstantSource clock, DatabaseAccess access) {
    this.clock = clock;
    this.access = access;
    database = TestDatabase.pool(access);
    sql = JdbcClient.create(database);
    transactions = new JdbcTransactionManager(database);
    transaction = new TransactionTemplate(transactions);
    feed = new Feed(sql, hints, json, clock);
    accounts = new Accounts(sql, ids, clock);
    documents = new Documents(sql, new JdbcTemplate(database), json, feed, ids, clock);
    proposals = new Proposals(sql, new JdbcTemplate(database), json, documents, feed, clock);
    projects = new Projects(sql, accounts, ids, clock, List.of(documents));
    transcripts =
        new Transcripts(sql, new JdbcTemplate(database), json, projects, feed, ids, clock);
    notebook = new Notebook(sql, transcripts, feed, ids, clock);
    blueprints = new Blueprints(sql, feed, clock);
    queue = new DraftQueue(sql, json, feed, hints, ids, new DatabaseTime(sql, clock));
    care = new QueueCare(sql, json, feed, hints, ids, new DatabaseTime(sql, clock));
    recordings =
        new Recordings(
            new RecordingReader(),
            kinds,
            projects,
            blueprints,
            transcripts,
            queue,
            feed,
            transactions);
  }

  public <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }

  public void doInTransaction(Runnable work) {
    transaction.executeWithoutResult(_ -> work.run());
  }

  public Person person(String name) {
    return accounts.add(name, false);
  }

  /// A project with its outline and a committed blueprint, as an import makes it.
  public Project project(String kindId) {
    BookKind kind = kinds.find(kindId).orElseThrow();
    Person author = person("Author");
    return inTransaction(() -> {
      Project project = projects.create("A book", kind, Locale.ENGLISH, author);
      kind.fields().stream()
          .filter(BookKind.Field::required)
          .map(field -> new Field(field.name(), new Words("Said."), Field.Origin.CLIENT))
          .forEach(field -> blueprints.answer(project.id(), field));
      blueprints.commit(project.id(), kind);
      return project;
    });
  }

  /// A session in which the client says these turns.
  public SessionId said(ProjectId project, String... turns) {
    List<RecordedTurn> items =
        IntStream.range(0, turns.length)
            .mapToObj(i -> new RecordedTurn(i + 1, "Client", true, new Words(turns[i])))
            .toList();
    return inTransaction(() -> transcripts.addRecording(project, "talk.txt", items));
  }

  @Override
  public void close() {
    database.close();
  }
}
