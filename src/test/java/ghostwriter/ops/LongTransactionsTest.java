package ghostwriter.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.TestHouse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the operator is told of whoever holds a transaction open.
class LongTransactionsTest {
  private final TestHouse house = new TestHouse(InstantSource.system());
  private final LongTransactions anyAtAll = new LongTransactions(house.sql, Duration.ZERO);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoHoldsOneOpenIsNamedWithoutAWordOfWhatTheyAsked() throws SQLException {
    Instant before = Instant.now().minusSeconds(1);
    try (Connection report = connectionOf("report")) {
      report.setAutoCommit(false);
      report.createStatement().execute("select 'We left by boat.'");

      assertThat(anyAtAll.now())
          .singleElement()
          .satisfies(open -> {
            assertThat(open.application()).isEqualTo("report");
            assertThat(open.state()).isEqualTo("idle in transaction");
            assertThat(open.since()).isBetween(before, Instant.now().plusSeconds(1));
            assertThat(open.toString()).doesNotContain("boat");
          });
      assertThat(new LongTransactions(house.sql).now()).as("open for long").isEmpty();

      report.rollback();
      assertThat(anyAtAll.now()).isEmpty();
    }
  }

  @Test
  void whoIsOnlyConnectedIsNotNamed() throws SQLException {
    try (Connection report = connectionOf("report")) {
      report.createStatement().execute("select 1");

      assertThat(anyAtAll.now()).isEmpty();
    }
  }

  private Connection connectionOf(String application) throws SQLException {
    var connection =
        DriverManager.getConnection(
            house.access.jdbcUrl(), house.access.user(), house.access.password());
    connection.createStatement().execute("set application_name = '" + application + "'");
    return connection;
  }
}
