package ghostwriter.feed;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The rule that a change joins its caller's transaction.
public final class Transactions {
  private Transactions() {}

  /// @throws IllegalStateException where no transaction is open on this thread
  public static void require() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "This change needs its caller's transaction, but none is open.");
    }
  }
}
