package ghostwriter.interview;

import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.Optional;

/// A live interview as it stands.
///
/// @param person who began it
/// @param sentence why it stands there, for people; often empty
/// @param draft what the client has written and not sent yet
public record Interview(
    SessionId id,
    PersonId person,
    Optional<ProjectId> project,
    Mode mode,
    Standing standing,
    String sentence,
    Words draft,
    Instant createdAt) {}
