package ghostwriter.transcript;

/// How a correction went.
public sealed interface CorrectionResult {
  /// @param revision that of the words that stand now
  record Corrected(int revision) implements CorrectionResult {}

  /// Somebody or something changed the words meanwhile.
  ///
  /// @param revision that of the words that stand
  record Outdated(int revision) implements CorrectionResult {}

  /// There is no such item, or none with words of its own: it is still open, withdrawn, or nobody
  /// said it.
  record NoSuchItem() implements CorrectionResult {}
}
