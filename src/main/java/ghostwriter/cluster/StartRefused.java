package ghostwriter.cluster;

/// The server cannot start on this data folder or database. The message is one whole sentence that
/// says what to do; it holds no password and no client's words.
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitStatus;

  private StartRefused(int exitStatus, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exitStatus = exitStatus;
  }

  private StartRefused(int exitStatus, String sentence) {
    super(sentence);
    this.exitStatus = exitStatus;
  }

  /// The surroundings do not allow it: a folder in use, a full disk, a database that does not
  /// answer.
  static StartRefused failed(String sentence) {
    return new StartRefused(1, sentence);
  }

  static StartRefused failed(String sentence, Throwable cause) {
    return new StartRefused(1, sentence, cause);
  }

  /// What was asked for makes no sense: a setting that cannot be read.
  static StartRefused badSetting(String sentence) {
    return new StartRefused(2, sentence);
  }

  /// The status with which the process should end: 1 where it failed, 2 where the input was bad.
  public int exitStatus() {
    return exitStatus;
  }
}
