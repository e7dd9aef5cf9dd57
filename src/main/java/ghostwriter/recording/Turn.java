package ghostwriter.recording;

import ghostwriter.vocabulary.Words;

/// What one speaker said before another one spoke, cleaned: this is the canonical text that every
/// source points into.
///
/// @param speaker the name as the file has it; never blank
public record Turn(String speaker, Words text) {
  public Turn {
    if (speaker.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("A turn needs a speaker and words.");
    }
  }
}
