package ghostwriter.drafting.openai;

import java.time.Duration;

/// How long one call may take.
///
/// @param deadline for the whole of it
/// @param silence at most, before the first byte and between any two; a model at home may need
///   minutes to begin
record Patience(Duration deadline, Duration silence) {
  static final Patience STANDARD = new Patience(Duration.ofMinutes(10), Duration.ofMinutes(3));
}
