package ghostwriter.ops;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The last audit and what it found.
///
/// @param startedAt empty before the first
/// @param finishedAt empty while it runs
/// @param projects how many were looked at
/// @param count how many findings there are; `findings` may list fewer
public record AuditReport(
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    int projects,
    int count,
    List<Finding> findings) {
  public AuditReport {
    findings = List.copyOf(findings);
  }
}
