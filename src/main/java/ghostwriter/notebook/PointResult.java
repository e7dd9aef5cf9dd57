package ghostwriter.notebook;

import java.util.UUID;

/// What came of pointing to a passage.
public sealed interface PointResult {
  record Pointed(UUID pointer) implements PointResult {}

  /// The project's transcript has no such item.
  record UnknownItem() implements PointResult {}

  /// The item has no such characters.
  ///
  /// @param length how many it has
  record OutOfRange(int length) implements PointResult {}
}
