package ghostwriter.web;

import ghostwriter.interview.Interview;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A live session as its viewers see it.
///
/// @param draft what its author has not sent yet; empty for whoever only reads
/// @param person the name of whoever began it
record SessionView(
    SessionId id,
    @Nullable ProjectId projectId,
    String mode,
    String standing,
    String sentence,
    String draft,
    Instant createdAt,
    String person) {
  static SessionView of(Interview interview, String person, boolean mayWrite) {
    return new SessionView(
        interview.id(),
        interview.project().orElse(null),
        interview.mode().code(),
        interview.standing().code(),
        interview.sentence(),
        mayWrite ? interview.draft().text() : "",
        interview.createdAt(),
        person);
  }

  /// What others need not be told of at each keystroke.
  SessionView withoutDraft() {
    return new SessionView(id, projectId, mode, standing, sentence, "", createdAt, person);
  }
}
