package ghostwriter.queue;

import java.util.Locale;

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

  static JobStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
