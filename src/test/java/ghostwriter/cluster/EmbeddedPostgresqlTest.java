package ghostwriter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the real programs. They are unpacked once for all tests of a build.
class EmbeddedPostgresqlTest {
  static final Path PROGRAMS = Path.of("target/postgresql").toAbsolutePath();

  @TempDir private Path place;

  @Test
  void keepsWhatWasWrittenAndListensOnTheLoopbackAlone() throws Exception {
    try (var folder = DataFolder.open(place);
        var cluster = start(folder, Durability.DURABLE)) {
      execute(cluster.access(), "create table kept (word text)");
      execute(cluster.access(), "insert into kept values ('Zürich')");

      assertThat(ask(cluster.access(), "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(cluster.access(), "show fsync")).isEqualTo("on");
      assertThat(ask(cluster.access(), "show data_checksums")).isEqualTo("on");
    }
    try (var folder = DataFolder.open(place);
        var cluster = start(folder, Durability.DURABLE)) {
      assertThat(cluster.adopted()).isFalse();
      assertThat(ask(cluster.access(), "select upper(word) from kept")).isEqualTo("ZÜRICH");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() throws Exception {
    try (var folder = DataFolder.open(place);
        var cluster = start(folder, Durability.THROWAWAY)) {
      var access = cluster.access();
      assertThatThrownBy(
              () -> DriverManager.getConnection(access.jdbcUrl(), access.user(), "guess").close())
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Test
  void keepsTheWordsOfFailedStatementsOutOfItsLog() throws Exception {
    try (var folder = DataFolder.open(place);
        var cluster = start(folder, Durability.THROWAWAY)) {
      assertThatThrownBy(() -> execute(cluster.access(), "select 'my secret life'::int"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execute(cluster.access(), "select secret from life"))
          .isInstanceOf(SQLException.class);
    }
    try (var logs = Files.list(place.resolve("cluster/log"))) {
      assertThat(logs.toList())
          .isNotEmpty()
          .allSatisfy(log -> assertThat(Files.readString(log)).doesNotContain("secret"));
    }
  }

  @Test
  void isTakenOverFromAServerThatWasKilled() throws Exception {
    var killed = new StartedElsewhere(place);
    killed.killAtOnce();
    var left = Postmaster.read(data()).orElseThrow();

    try (var folder = DataFolder.open(place);
        var cluster = start(folder, Durability.DURABLE)) {
      assertThat(cluster.adopted()).isTrue();
      assertThat(ask(cluster.access(), "select word from life")).isEqualTo("before the kill");
      assertThat(Postmaster.read(data())).contains(left);
    }
    assertThat(Postmaster.fileIn(data())).doesNotExist();
  }

  @Test
  void recoversWhenTheClusterWasKilledAsWell() throws Exception {
    var killed = new StartedElsewhere(place);
    killed.killAtOnce();
    kill(Postmaster.read(data()).orElseThrow().pid());

    try (var folder = DataFolder.open(place);
        var cluster = start(folder, Durability.DURABLE)) {
      assertThat(cluster.adopted()).isFalse();
      assertThat(ask(cluster.access(), "select word from life")).isEqualTo("before the kill");
    }
  }

  @Test
  void startsThoughTheNotedProcessIsSomebodyElseByNow() throws Exception {
    try (var folder = DataFolder.open(place)) {
      start(folder, Durability.THROWAWAY).close();
      var foreign = new ProcessBuilder("sleep", "600").start();
      try {
        Files.write(
            Postmaster.fileIn(data()),
            List.of(
                Long.toString(foreign.pid()), data().toString(), "1", "1", "", "127.0.0.1", ""));

        try (var cluster = start(folder, Durability.THROWAWAY)) {
          assertThat(cluster.adopted()).isFalse();
          assertThat(ask(cluster.access(), "select 1")).isEqualTo("1");
          assertThat(foreign.isAlive()).isTrue();
        }
      } finally {
        foreign.destroyForcibly();
      }
    }
  }

  @Test
  void takesAnotherPortWhereTheFirstIsBusy() throws Exception {
    try (var folder = DataFolder.open(place);
        var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

      var free = ClusterStart.freePort();
      var suggestions = List.of(busy.getLocalPort(), free).iterator();

      try (var cluster =
          EmbeddedPostgresql.start(folder, Durability.THROWAWAY, PROGRAMS, suggestions::next)) {
        assertThat(ask(cluster.access(), "show port")).isEqualTo(Integer.toString(free));
      }
    }
  }

  @Test
  void beginsAgainWhereAnEarlierStartWasInterrupted() throws Exception {
    var home = place.resolve("postgresql");
    Files.createDirectories(home.resolve("unpacking/bin"));
    Files.createDirectories(home.resolve("1.2.3-of-old/bin"));
    Files.createDirectories(place.resolve("cluster/data.new/base"));

    try (var folder = DataFolder.open(place);
        var cluster = EmbeddedPostgresql.start(folder, Durability.THROWAWAY)) {
      assertThat(ask(cluster.access(), "select 1")).isEqualTo("1");
    }
    try (var versions = Files.list(home)) {
      assertThat(versions).singleElement().asString().contains("18.6.0-");
    }
    assertThat(place.resolve("cluster/data.new")).doesNotExist();
  }

  @Test
  void saysWhyItDoesNotStart() throws Exception {
    try (var folder = DataFolder.open(place)) {
      start(folder, Durability.THROWAWAY).close();
      Files.writeString(data().resolve("PG_VERSION"), "9.1\n");

      assertThatThrownBy(() -> start(folder, Durability.THROWAWAY))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("did not start")
          .hasMessageContaining("incompatible with server");
    }
  }

  private Path data() throws IOException {
    return place.toRealPath().resolve("cluster/data");
  }

  private static EmbeddedPostgresql start(DataFolder folder, Durability durability) {
    return EmbeddedPostgresql.start(folder, durability, PROGRAMS);
  }

  private static void kill(long pid) throws Exception {
    new ProcessBuilder("sh", "-c", "kill -9 " + pid).start().waitFor();
    ProcessHandle.of(pid).ifPresent(p -> p.onExit().orTimeout(20, TimeUnit.SECONDS).join());
  }

  static void execute(DatabaseAccess access, String statement) throws SQLException {
    try (var connection = connect(access);
        var running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private static String ask(DatabaseAccess access, String question) throws SQLException {
    try (var connection = connect(access);
        var asking = connection.createStatement();
        var rows = asking.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
  }

  /// A server process that has opened the folder, started the cluster and written one row.
  static final class StartedElsewhere {
    private final Process process;

    StartedElsewhere(Path place) throws IOException {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      process =
          new ProcessBuilder(
                  java,
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  StartedElsewhere.class.getName(),
                  place.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      var line = process.inputReader().readLine();
      assertThat(line).isEqualTo("written");
      assertThatThrownBy(() -> DataFolder.open(place))
          .hasMessageContaining("is in use by process " + process.pid());
    }

    static void main(String[] args) throws Exception {
      var folder = DataFolder.open(Path.of(args[0]));
      var cluster = start(folder, Durability.DURABLE);
      execute(cluster.access(), "create table life as select 'before the kill' as word");
      System.out.println("written");
      System.in.read();
    }

    void killAtOnce() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }
}
