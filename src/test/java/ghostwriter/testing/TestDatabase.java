package ghostwriter.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.cluster.Durability;
import ghostwriter.cluster.EmbeddedPostgresql;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/// Databases for tests: one server a run, migrated once; every database is a clone of that
/// template, made in some 50 ms.
public final class TestDatabase {
  private static final String TEMPLATE = "template_house";
  private static final AtomicInteger MADE = new AtomicInteger();

  /// Started when the first database is made: a process that only joins one starts none.
  private static final class Server {
    private static final EmbeddedPostgresql RUNNING = start();
  }

  private static final List<Runnable> USERS = new CopyOnWriteArrayList<>();

  private TestDatabase() {}

  /// What has to be closed at the end of the run, while there still is a database.
  static void closeBefore(Runnable user) {
    USERS.add(user);
  }

  private static EmbeddedPostgresql start() {
    DataFolder folder = DataFolder.open(Path.of("target", "test-house"));
    EmbeddedPostgresql server = EmbeddedPostgresql.start(folder, Durability.THROWAWAY);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              USERS.reversed().forEach(Runnable::run);
              server.close();
              folder.close();
            }));
    execute(server.access(), "drop database if exists " + TEMPLATE);
    execute(server.access(), "create database " + TEMPLATE);
    DatabaseAccess template = named(server.access(), TEMPLATE);
    Flyway.configure()
        .dataSource(template.jdbcUrl(), template.user(), template.password())
        .load()
        .migrate();
    return server;
  }

  /// A fresh database with all tables and no rows.
  public static DatabaseAccess fresh() {
    String name = "house_" + ProcessHandle.current().pid() + "_" + MADE.incrementAndGet();
    execute(Server.RUNNING.access(), "drop database if exists " + name);
    execute(Server.RUNNING.access(), "create database " + name + " template " + TEMPLATE);
    return named(Server.RUNNING.access(), name);
  }

  /// A pool of connections to a database.
  public static HikariDataSource pool(DatabaseAccess access) {
    var config = new HikariConfig();
    config.setJdbcUrl(access.jdbcUrl());
    config.setUsername(access.user());
    config.setPassword(access.password());
    config.setMaximumPoolSize(12);
    // With none, a pool may forget to grow for the last of several that ask at once.
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  private static DatabaseAccess named(DatabaseAccess access, String database) {
    String url = access.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1");
    return new DatabaseAccess(url, access.user(), access.password());
  }

  private static void execute(DatabaseAccess access, String statement) {
    try (var connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
