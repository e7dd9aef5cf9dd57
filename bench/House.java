import com.zaxxer.hikari.HikariDataSource;
import ghostwriter.account.Accounts;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.document.Documents;
import ghostwriter.feed.Feed;
import ghostwriter.feed.HintLine;
import ghostwriter.feed.Hints;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Projects;
import ghostwriter.queue.DatabaseTime;
import ghostwriter.queue.DraftQueue;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ProjectId;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The rooms that the way of a draft passes, on one database, with the line that carries hints to other nodes.
final class House implements AutoCloseable {
  private static final BookKind MEMOIR = new BookKinds().find("memoir").orElseThrow();

  final HikariDataSource database;
  final JdbcClient sql;
  final JsonMapper json = JsonMapper.builder().build();
  final Ids ids = new Ids(InstantSource.system());
  final Hints hints = new Hints();
  final TransactionTemplate transaction;
  final Accounts accounts;
  final Feed feed;
  final Documents documents;
  final Projects projects;
  final DraftQueue queue;
  private final HintLine line;

  /// @param connections for the rooms; the line has two more
  House(DatabaseAccess access, int connections) {
    database = new HikariDataSource();
    database.setJdbcUrl(access.jdbcUrl());
    database.setUsername(access.user());
    database.setPassword(access.password());
    database.setMaximumPoolSize(connections + 2);
    database.addDataSourceProperty("reWriteBatchedInserts", "true");
    sql = JdbcClient.create(database);
    var clock = InstantSource.system();
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    accounts = new Accounts(sql, ids, clock);
    feed = new Feed(sql, hints, json, clock);
    documents = new Documents(sql, new JdbcTemplate(database), json, feed, ids, clock);
    projects = new Projects(sql, accounts, ids, clock, List.of(documents));
    queue = new DraftQueue(sql, json, feed, hints, ids, new DatabaseTime(sql, clock));
    line = new HintLine(database, hints);
    line.start();
  }

  <T> T inTransaction(Supplier<T> work) {
    return transaction.execute(_ -> work.get());
  }

  void doInTransaction(Runnable work) {
    transaction.executeWithoutResult(_ -> work.run());
  }

  ProjectId newProject() {
    return inTransaction(
        () -> projects.create("Bench", MEMOIR, Locale.ENGLISH, accounts.add("Bench", false)).id());
  }

  @Override
  public void close() {
    line.stop();
    database.close();
  }
}
