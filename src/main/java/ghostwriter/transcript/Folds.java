package ghostwriter.transcript;

import ghostwriter.vocabulary.SessionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The folds of the sessions this node last wrote to, so that an append need not start from the
/// first event. Only what was committed is kept; what another node has appended meanwhile is read
/// and folded in. Safe for many threads.
final class Folds {
  private static final int KEPT = 2_000;

  private record At(long seq, Fold fold) {}

  private final RawEventStore events;
  private final Map<SessionId, At> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<SessionId, At> eldest) {
              return size() > KEPT;
            }
          });

  Folds(RawEventStore events) {
    this.events = events;
  }

  /// The fold after an event.
  Fold at(SessionId session, long seq) {
    At known = kept.getOrDefault(session, new At(0, Fold.start()));
    At base = known.seq() <= seq ? known : new At(0, Fold.start());
    return events.fold(session, base.fold(), base.seq(), seq);
  }

  /// As [#at], for whoever only reads. What was folded for one reader is kept for the next, unless
  /// it is part of a transaction that may come to nothing.
  Fold read(SessionId session, long seq) {
    Fold fold = at(session, seq);
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      kept.merge(
          session, new At(seq, fold), (known, read) -> known.seq() > read.seq() ? known : read);
    }
    return fold;
  }

  void keepAfterCommit(SessionId session, long seq, Fold fold) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            kept.put(session, new At(seq, fold));
          }
        });
  }

  void forgetAfterCommit(SessionId session) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            kept.remove(session);
          }
        });
  }
}
