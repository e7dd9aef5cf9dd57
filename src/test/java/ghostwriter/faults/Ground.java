package ghostwriter.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.cluster.Durability;
import ghostwriter.cluster.EmbeddedPostgresql;
import ghostwriter.testing.Cable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// An empty database on a PostgreSQL that may be restarted and keeps what was committed, as in
/// earnest. Servers reach it by a cable.
final class Ground implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();
  private static final String NAME = "story";
  private static final String SERVERS = "a-server";

  private final DataFolder folder;
  private final Cable cable;
  private EmbeddedPostgresql cluster;

  /// @param path where its files lie
  Ground(Path path) {
    folder = DataFolder.open(path);
    cluster = EmbeddedPostgresql.start(folder, Durability.DURABLE, PROGRAMS);
    cable = new Cable(port());
    execute("drop database if exists " + NAME);
    execute("create database " + NAME);
  }

  private int port() {
    return URI.create(cluster.access().jdbcUrl().replaceFirst("^jdbc:", "")).getPort();
  }

  DatabaseAccess access() {
    return new DatabaseAccess(
        "jdbc:postgresql://127.0.0.1:" + port() + "/" + NAME,
        cluster.access().user(),
        cluster.access().password());
  }

  /// As `DATABASE_URL` takes it, by way of the cable.
  String url() {
    return "postgresql://%s:%s@127.0.0.1:%d/%s?application_name=%s"
        .formatted(
            encoded(access().user()), encoded(access().password()), cable.port(), NAME, SERVERS);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  Cable cable() {
    return cable;
  }

  /// Ends the connections of all servers, as an administrator does.
  void cutConnections() {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '"
            + SERVERS
            + "'");
  }

  private void execute(String statement) {
    DatabaseAccess access = cluster.access();
    try (var connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void restart() {
    cluster.close();
    cluster = EmbeddedPostgresql.start(folder, Durability.DURABLE, PROGRAMS);
    cable.leadTo(port());
  }

  @Override
  public void close() {
    cable.close();
    cluster.close();
    folder.close();
  }
}
