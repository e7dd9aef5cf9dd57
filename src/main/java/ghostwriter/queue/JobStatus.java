package ghostwriter.queue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a job stands. The one place that maps the words of the database and of HTTP ([#word]) to
/// those of `TOOL_PROGRESS` ([#progress]).
public enum JobStatus {
  QUEUED(""),
  RUNNING(""),
  COMPLETE("completed"),
  ERROR("error"),
  CANCELLED("");

  private final String progress;

  JobStatus(String progress) {
    this.progress = progress;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The word in progress news; empty where a status is not news.
  public String progress() {
    return progress;
  }

  /// The status of this word, where there is one.
  public static Optional<JobStatus> named(String word) {
    return Stream.of(values()).filter(status -> status.word().equals(word)).findFirst();
  }

  static JobStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
