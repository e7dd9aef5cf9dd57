package ghostwriter.document;

import ghostwriter.vocabulary.JobId;
import java.time.Instant;
import java.util.UUID;

/// A draft's edit that waits for a person's decision.
///
/// @param base the version that the edit was made against
public record Proposal(
    UUID id,
    JobId job,
    int base,
    Edit edit,
    Unplaced.Reason reason,
    State state,
    Instant createdAt) {
  /// What became of it.
  public enum State {
    OPEN,
    ACCEPTED,
    REJECTED,
    /// A later draft proposed something else for the same block.
    SUPERSEDED
  }
}
