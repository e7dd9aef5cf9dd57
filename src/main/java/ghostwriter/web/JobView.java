package ghostwriter.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import ghostwriter.queue.JobRecord;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A draft job as the workspace shows it.
record JobView(
    JobId id,
    String kind,
    String status,
    String urgency,
    String summary,
    @Nullable String generatedSummary,
    @Nullable String error,
    int attempts,
    @Nullable @JsonRawValue String usage,
    @Nullable Long durationMs,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt) {

  static JobView of(JobRecord job) {
    return new JobView(
        job.id(),
        job.kind(),
        job.status().word(),
        job.urgency().word(),
        job.summary().text(),
        job.generatedSummary().map(Words::text).orElse(null),
        job.error().orElse(null),
        job.attempts(),
        job.usage().orElse(null),
        job.durationMs().orElse(null),
        job.createdAt(),
        job.startedAt().orElse(null),
        job.completedAt().orElse(null));
  }
}
