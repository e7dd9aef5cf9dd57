package ghostwriter.document;

/// What came of going back to an earlier version.
public sealed interface RestoreResult {
  /// @param version the version that stands now and equals the earlier one
  record Restored(int version) implements RestoreResult {}

  /// Somebody wrote meanwhile: nothing was done.
  ///
  /// @param version the version that stands
  record MovedOn(int version) implements RestoreResult {}

  /// There is no such version, or none before what stands.
  record NothingThere() implements RestoreResult {}
}
