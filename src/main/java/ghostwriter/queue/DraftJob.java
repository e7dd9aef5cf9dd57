package ghostwriter.queue;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A job as its worker holds it.
///
/// @param epoch the fence: every write of this run names it
/// @param attempts which attempt this is, 1 to 3
/// @param answer what the model answered in an earlier attempt, as JSON: it is never asked twice
/// @param usage what earlier attempts that came to nothing have used of a model, as JSON
public record DraftJob(
    ProjectId project,
    JobId id,
    JobKind kind,
    Optional<SessionId> session,
    WorkerId worker,
    long epoch,
    int attempts,
    Urgency urgency,
    Words summary,
    List<ItemId> messagePointers,
    List<TranscriptAnchor> transcriptAnchors,
    Map<String, Object> promptContext,
    Optional<String> answer,
    Optional<String> usage,
    Instant createdAt,
    Instant startedAt) {
  public DraftJob {
    messagePointers = List.copyOf(messagePointers);
    transcriptAnchors = List.copyOf(transcriptAnchors);
    promptContext = Map.copyOf(promptContext);
  }
}
