package ghostwriter.notebook;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something worth keeping that was said.
///
/// @param source the item it was said in, where the assistant named one
public record Note(UUID id, Kind kind, Words text, Optional<ItemId> source, Instant createdAt) {
  /// What a note is about.
  public enum Kind {
    FACT,
    STORY,
    STYLE,
    VOICE
  }
}
