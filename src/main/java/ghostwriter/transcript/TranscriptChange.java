package ghostwriter.transcript;

import java.util.Optional;

/// What one raw event changed in a session's transcript.
public sealed interface TranscriptChange {
  FoldedItem item();

  /// The item has a place now, directly after another one.
  ///
  /// @param after empty where it is the first
  record ItemPlaced(FoldedItem item, Optional<String> after) implements TranscriptChange {}

  /// More words, other words (then the revision is higher), or a mark.
  record ItemAmended(FoldedItem item) implements TranscriptChange {}

  /// Nothing more is waited for.
  record ItemSettled(FoldedItem item) implements TranscriptChange {}

  /// Withdrawn; it keeps its place and its words.
  record ItemDeleted(FoldedItem item) implements TranscriptChange {}

  /// The item and all before it are settled, so readers may have it; told again each time its words
  /// change afterwards.
  record ItemTold(FoldedItem item) implements TranscriptChange {}
}
