package ghostwriter.ops;

import java.time.Instant;

/// A transaction that somebody holds open for long.
///
/// @param application what its connection calls itself; empty where it does not
/// @param state as PostgreSQL calls it, such as `idle in transaction`
public record LongTransaction(String application, String state, Instant since) {}
