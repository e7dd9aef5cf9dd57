package ghostwriter.interview;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Does work again until the database is there to do it: a session outlives a database that is away
/// for a while, and forgets nothing meanwhile.
final class Retry {
  private static final Duration PAUSE = Duration.ofMillis(100);

  /// The database is away or busy, as SQLSTATE classes: connection, transaction rolled back by it,
  /// resources, an operator's intervention.
  private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

  private final BooleanSupplier goOn;

  /// @param goOn false lets the next failure through
  Retry(BooleanSupplier goOn) {
    this.goOn = goOn;
  }

  /// @param work told whether it was tried before: its last commit may have come through all the
  ///   same
  <T> T untilItWorks(Attempt<T> work) {
    boolean again = false;
    while (true) {
      try {
        return work.run(again);
      } catch (RuntimeException failure) {
        if (!isPassing(failure) || !goOn.getAsBoolean()) {
          throw failure;
        }
        again = true;
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  <T> T untilItWorks(Supplier<T> work) {
    return untilItWorks(_ -> work.get());
  }

  interface Attempt<T> {
    T run(boolean again);
  }

  static boolean isPassing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean passing =
          switch (cause) {
            case TransactionSystemException _ -> true;
            case CannotCreateTransactionException _ -> true;
            case SQLTransientException _ -> true;
            case SQLException sql -> isPassing(sql);
            default -> false;
          };
      if (passing) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassing(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && state.length() >= 2 && PASSING.contains(state.substring(0, 2));
  }
}
