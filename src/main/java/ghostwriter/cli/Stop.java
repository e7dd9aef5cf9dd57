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

  /// Nobody answers at a server's address, or not in time.
  static final class NoAnswer extends Stop {
    private static final long serialVersionUID = 1L;

    NoAnswer(URI address) {
      super(1, "The server at %s does not answer.".formatted(address));
    }
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
