package ghostwriter.transcript;

import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.Optional;

/// A live session as it stands.
///
/// @param open whether more may be said in it
/// @param mode that of its last events
/// @param events how many raw events it has: the last one's number
/// @param epoch its last connection; 0 before the first
public record LiveSession(
    SessionId id,
    Optional<ProjectId> project,
    String name,
    boolean open,
    Mode mode,
    long events,
    int epoch) {}
