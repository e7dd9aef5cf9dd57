package ghostwriter.recording;

/// What came of reading a file.
public sealed interface Reading {
  record Read(Recording recording) implements Reading {}

  /// @param sentence one sentence for the person who chose the file: what is wrong with it and what
  ///   to do; it quotes nothing from the file
  record Unreadable(String sentence) implements Reading {}
}
