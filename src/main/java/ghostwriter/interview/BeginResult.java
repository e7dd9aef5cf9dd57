package ghostwriter.interview;

/// What became of the wish to begin a session.
public sealed interface BeginResult {
  record Begun(Interview interview) implements BeginResult {}

  /// The person has as many sessions alive as anybody may have.
  record TooMany(int alive) implements BeginResult {}
}
