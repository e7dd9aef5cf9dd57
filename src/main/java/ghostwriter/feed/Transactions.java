package ghostwriter.feed;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The rule that a change joins its caller's transaction, and the exception to it.
public final class Transactions {
  private Transactions() {}

  /// @throws IllegalStateException where no transaction is open on this thread
  public static void require() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "This change needs its caller's transaction, but none is open.");
    }
  }

  /// @throws IllegalStateException where a transaction is open on this thread
  public static void forbid() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("This change is a transaction of its own, but one is open.");
    }
  }
}
