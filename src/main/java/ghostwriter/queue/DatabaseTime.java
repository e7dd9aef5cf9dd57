package ghostwriter.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The database's clock, as all nodes must share one to agree on leases: this node's clock plus the
/// difference that was last measured. Safe for many threads.
@Component
public class DatabaseTime implements InstantSource {
  private final JdbcClient sql;
  private final InstantSource own;
  private volatile Duration ahead = Duration.ZERO;

  public DatabaseTime(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.own = clock;
  }

  /// Measures the difference again; good to half the time the question takes.
  public void measure() {
    Instant before = own.instant();
    Instant theirs =
        sql.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    Duration halfWay = Duration.between(before, own.instant()).dividedBy(2);
    ahead = Duration.between(before.plus(halfWay), theirs);
  }

  @Override
  public Instant instant() {
    return own.instant().plus(ahead);
  }
}
