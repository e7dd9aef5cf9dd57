package ghostwriter.drafting;

/// A model was stopped while it wrote. What it was given by then is paid for all the same.
public final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Answer.Usage usage;

  /// @param usage as far as it is known
  public Stopped(Answer.Usage usage, InterruptedException cause) {
    super("a draft was stopped", cause);
    this.usage = usage;
  }

  public Answer.Usage usage() {
    return usage;
  }
}
