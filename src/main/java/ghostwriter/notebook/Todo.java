package ghostwriter.notebook;

import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something to do or to ask.
///
/// @param section the section that waits for the answer, where it is an open question
public record Todo(
    UUID id, Words text, Status status, Optional<SectionId> section, Instant createdAt) {
  Todo with(Status now) {
    return new Todo(id, text, now, section, createdAt);
  }

  /// How a todo stands.
  public enum Status {
    OPEN,
    DONE,
    DROPPED
  }
}
