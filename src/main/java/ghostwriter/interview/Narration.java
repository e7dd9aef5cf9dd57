package ghostwriter.interview;

import ghostwriter.vocabulary.Words;

/// How the assistant is told to tell what a draft changed.
final class Narration {
  static final Words INSTRUCTIONS =
      new Words(
          """
          A draft has just been completed: the last TOOL_PROGRESS message tells it. Say its summary to the client in one
          sentence, changing no name and no number and adding nothing. Ask nothing.\
          """);

  private Narration() {}
}
