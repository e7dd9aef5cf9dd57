package ghostwriter.document;

/// Who wrote a wording: a person by hand, or the drafter.
public enum Origin {
  HUMAN,
  DRAFT
}
