package ghostwriter.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The queue over all projects.
///
/// @param counts of every status
/// @param oldestQueuedAt when the job that waits longest was asked for
public record QueueOverview(
    Map<JobStatus, Long> counts, Optional<Instant> oldestQueuedAt, List<ListedJob> jobs) {
  public QueueOverview {
    counts = Map.copyOf(counts);
    jobs = List.copyOf(jobs);
  }
}
