package ghostwriter.cli;

import java.net.URI;

/// A command cannot go on. The message is one sentence for the person at the terminal.
sealed class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String sentence;

  private Stop(int status, String sentence) {
    super(sentence);
    this.status = status;
    this.sentence = sentence;
  }

  /// There is no Ghostwriter at an address: nobody answers, or not in time, or something else does.
  static final class NoServer extends Stop {
    private static final long serialVersionUID = 1L;

    private NoServer(int status, String sentence) {
      super(status, sentence);
    }
  }

  static NoServer silent(URI address) {
    return new NoServer(1, "The server at %s does not answer.".formatted(address));
  }

  static NoServer other(URI address) {
    return new NoServer(1, "What answers at %s is not Ghostwriter.".formatted(address));
  }

  /// An answer without a sentence, which Ghostwriter never gives, but a proxy before it may.
  static NoServer wordless(URI address, int answer, int status) {
    return new NoServer(
        status, "The server at %s answered with status %d.".formatted(address, answer));
  }

  /// It could not be done this time.
  static Stop failed(String sentence) {
    return new Stop(1, sentence);
  }

  /// What was typed, or the file that was given, is not something to work with.
  static Stop badInput(String sentence) {
    return new Stop(2, sentence);
  }

  /// The person does not want it any more.
  static Stop interrupted() {
    return new Stop(130, "Interrupted.");
  }

  String sentence() {
    return sentence;
  }

  int status() {
    return status;
  }
}
