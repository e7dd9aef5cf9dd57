package ghostwriter.queue;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.Optional;

/// A job as people look at it.
///
/// @param summary what was asked for
/// @param generatedSummary what was done, in one sentence
/// @param usage what the model used, as JSON
public record JobRecord(
    JobId id,
    String kind,
    JobStatus status,
    Urgency urgency,
    Words summary,
    Optional<Words> generatedSummary,
    Optional<String> error,
    int attempts,
    Optional<String> usage,
    Optional<Long> durationMs,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt) {}
