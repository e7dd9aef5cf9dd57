package ghostwriter.settings;

/// A setting that cannot be used; the message is one sentence that says what to do.
public final class BadSetting extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadSetting(String sentence) {
    super(sentence);
  }
}
