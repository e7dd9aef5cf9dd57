package ghostwriter.blueprint;

import ghostwriter.vocabulary.Words;

/// One answer of a blueprint and where it came from.
public record Field(String name, Words value, Origin origin) {
  /// Who gave an answer: the kind of book's own default, a recording that was imported, or the
  /// client.
  public enum Origin {
    DEFAULT,
    RECORDING,
    CLIENT
  }
}
