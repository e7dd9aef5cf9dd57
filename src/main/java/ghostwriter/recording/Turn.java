package ghostwriter.recording;

import ghostwriter.vocabulary.Words;

/// What one speaker said before another one spoke, cleaned: this is the canonical text that every
/// source points into.
///
/// @param number its place in the file, from 1; turns without a word are counted too, though they
///   are not kept
/// @param speaker the name as the file has it; never blank
public record Turn(int number, String speaker, Words text) {
  public Turn {
    if (speaker.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("A turn needs a speaker and words.");
    }
  }
}
