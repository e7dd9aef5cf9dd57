package ghostwriter.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.IntSupplier;

/// Brings up the cluster of one data folder: takes over the one that a killed server left running,
/// otherwise starts it.
record ClusterStart(
    ClusterFiles files, Programs programs, RunAs runAs, Durability durability, IntSupplier ports) {
  /// A cluster that crashed under load replays its log before it answers.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int TRIES = 5;

  /// The running cluster, and whether it was taken over.
  record Running(DatabaseAccess access, boolean adopted) {}

  Running run() throws IOException {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      var left = Postmaster.read(files.data()).flatMap(this::takeOver);
      if (left.isPresent()) {
        return new Running(left.get(), true);
      }
      int port = ports.getAsInt();
      if (launch(port)) {
        programs.removeOthers();
        return new Running(whenReady(port), false);
      }
      if (isFree(port) && Postmaster.read(files.data()).filter(Postmaster::isAlive).isEmpty()) {
        break;
      }
      // Somebody took the port in between, or a killed server's cluster came up just now.
    }
    throw doesNotStart();
  }

  private Optional<DatabaseAccess> takeOver(Postmaster left) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (left.isAlive() && System.nanoTime() < deadline) {
      var answer = ask(left.port());
      if (answer.isPresent()) {
        return answer;
      }
      if (!left.servesFiles()) {
        disown(left);
        return Optional.empty();
      }
      Pause.briefly();
    }
    if (left.isAlive()) {
      throw doesNotStart();
    }
    return Optional.empty();
  }

  private static void disown(Postmaster left) {
    try {
      left.disown();
    } catch (IOException e) {
      throw StartRefused.failed(
          "The file %s is left over and cannot be changed; remove it and start again."
              .formatted(Postmaster.fileIn(left.data())),
          e);
    }
  }

  private boolean launch(int port) throws IOException {
    files.configure(port, durability);
    Files.deleteIfExists(files.startLog());
    // pg_ctl starts the postmaster in a session of its own, with no stream of ours.
    return new Command(files.folder(), PATIENCE.plusSeconds(10))
        .run(
            runAs.prefix(),
            programs.program("pg_ctl"),
            "start",
            "--wait",
            "--timeout=" + PATIENCE.toSeconds(),
            "--pgdata=" + files.data(),
            "--log=" + files.startLog())
        .succeeded();
  }

  private DatabaseAccess whenReady(int port) {
    return ask(port).orElseThrow(this::doesNotStart);
  }

  /// Our own cluster and nobody else's: it knows the password and names our files.
  private Optional<DatabaseAccess> ask(int port) {
    try {
      var password = files.password();
      try (var connection = connect(port, "postgres", password)) {
        if (!isOurs(connection)) {
          return Optional.empty();
        }
        createDatabase(connection);
      }
      return Optional.of(new DatabaseAccess(url(port, "ghostwriter"), ClusterFiles.USER, password));
    } catch (SQLException e) {
      if (Knock.isTooEarly(e) || "28P01".equals(e.getSQLState())) {
        return Optional.empty();
      }
      throw StartRefused.failed(
          "PostgreSQL runs but cannot be used (SQLSTATE %s).".formatted(e.getSQLState()), e);
    } catch (IOException e) {
      throw StartRefused.failed(
          "The file %s cannot be read.".formatted(files.folder().resolve("password")), e);
    }
  }

  private boolean isOurs(Connection connection) throws SQLException, IOException {
    try (var rows = connection.createStatement().executeQuery("show data_directory")) {
      return rows.next() && Files.isSameFile(Path.of(rows.getString(1)), files.data());
    }
  }

  private static void createDatabase(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select 1 from pg_database where datname = 'ghostwriter'")) {
      if (!rows.next()) {
        statement.execute("create database ghostwriter");
      }
    }
  }

  private StartRefused doesNotStart() {
    return StartRefused.failed(
        "PostgreSQL did not start in %s; its log ends: %s"
            .formatted(files.folder(), files.lastWords()));
  }

  private static Connection connect(int port, String database, String password)
      throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", ClusterFiles.USER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
    return DriverManager.getConnection(url(port, database), properties);
  }

  private static String url(int port, String database) {
    // Without the last part exceptions would carry the server's details, which may quote a row.
    return "jdbc:postgresql://127.0.0.1:%d/%s?ApplicationName=ghostwriter&logServerErrorDetail=false"
        .formatted(port, database);
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw StartRefused.failed("No port is free for PostgreSQL.", e);
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
