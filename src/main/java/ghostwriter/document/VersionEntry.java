package ghostwriter.document;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.Optional;

/// One line of a document's history.
public record VersionEntry(
    int number,
    Origin origin,
    Optional<PersonId> person,
    Optional<JobId> job,
    Words summary,
    Instant createdAt) {}
