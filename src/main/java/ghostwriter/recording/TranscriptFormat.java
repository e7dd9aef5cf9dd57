package ghostwriter.recording;

import java.util.List;

/// A way to write a conversation down. All forms give turns as they stand in the file, not cleaned
/// yet.
sealed interface TranscriptFormat permits TurnsJson, VoiceCaptions, NamedLines {
  /// Whether the text is meant to be of this form, well formed or not.
  boolean recognises(String fileName, String text);

  RawTurns read(String text);

  /// What a format found.
  sealed interface RawTurns {
    record Found(List<RawTurn> turns) implements RawTurns {}

    /// @param sentence see {@link Reading.Unreadable}
    record Malformed(String sentence) implements RawTurns {}
  }

  /// One turn before cleaning.
  record RawTurn(String speaker, String text) {}
}
