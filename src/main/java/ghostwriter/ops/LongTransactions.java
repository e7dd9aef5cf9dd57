package ghostwriter.ops;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks who holds a transaction open for long, in this database, by whatever program. As long as
/// one is open, PostgreSQL can clear nothing away that has changed since it began: the queue, which
/// changes the same few rows all the time, gets slower and slower.
///
/// What the transactions do is never asked for: their statements may quote what a client said.
@Component
public class LongTransactions {
  private static final Duration LONG = Duration.ofSeconds(30);

  /// More than an operator needs to know that something is wrong.
  private static final int MOST = 20;

  private final JdbcClient sql;
  private final Duration tolerated;

  @Autowired
  public LongTransactions(JdbcClient sql) {
    this(sql, LONG);
  }

  LongTransactions(JdbcClient sql, Duration tolerated) {
    this.sql = sql;
    this.tolerated = tolerated;
  }

  /// Those that are open now, the oldest first. Where the database's user may not see the
  /// transactions of others, only its own.
  public List<LongTransaction> now() {
    return sql.sql(
            """
            select application_name, state, xact_start
              from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
               and backend_type = 'client backend' and state <> 'idle'
               and xact_start < clock_timestamp() - make_interval(secs => :tolerated)
             order by xact_start limit :most
            """)
        .param("tolerated", tolerated.toSeconds())
        .param("most", MOST)
        .query((row, _) ->
            new LongTransaction(
                row.getString("application_name"),
                row.getString("state"),
                row.getObject("xact_start", OffsetDateTime.class).toInstant()))
        .list();
  }
}
