package ghostwriter.queue;

import java.util.Optional;

/// Why an attempt failed.
///
/// @param reason a word for programs, such as `budget`
/// @param sentence for people
/// @param usage what the job has used of a model so far all the same, as JSON
public record Failure(String reason, String sentence, Optional<String> usage) {
  /// One that cost nothing and needs no word of its own.
  public static Failure of(String sentence) {
    return new Failure("failed", sentence, Optional.empty());
  }
}
