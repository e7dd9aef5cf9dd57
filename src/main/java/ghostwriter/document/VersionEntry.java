package ghostwriter.document;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// One line of a document's history.
///
/// @param restored the number of the earlier version that this one equals, where it is an undo or a
///   restoration
public record VersionEntry(
    int number,
    Origin origin,
    Optional<PersonId> person,
    Optional<JobId> job,
    Words summary,
    OptionalInt restored,
    Instant createdAt) {}
