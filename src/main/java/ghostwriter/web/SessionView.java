package ghostwriter.web;

import ghostwriter.interview.Interview;
import ghostwriter.interview.WaitingWords;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A live session as its viewers see it.
///
/// @param draft what its author has not sent yet; empty for whoever only reads
/// @param person the name of whoever began it
/// @param waiting words that were sent and wait until it goes on
record SessionView(
    SessionId id,
    @Nullable ProjectId projectId,
    String mode,
    String standing,
    String sentence,
    String draft,
    Instant createdAt,
    String person,
    List<WaitingView> waiting) {
  record WaitingView(String itemId, String text) {}

  static SessionView of(
      Interview interview, String person, List<WaitingWords> waiting, boolean mayWrite) {
    return new SessionView(
        interview.id(),
        interview.project().orElse(null),
        interview.mode().code(),
        interview.standing().code(),
        interview.sentence(),
        mayWrite ? interview.draft().text() : "",
        interview.createdAt(),
        person,
        waiting.stream().map(words -> new WaitingView(words.item(), words.text().text())).toList());
  }

  /// What others need not be told of at each keystroke.
  SessionView withoutDraft() {
    return new SessionView(id, projectId, mode, standing, sentence, "", createdAt, person, waiting);
  }
}
