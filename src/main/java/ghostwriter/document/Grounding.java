package ghostwriter.document;

/// Whether a block rests on the client's words or only joins others (a transition, a title).
public enum Grounding {
  SOURCED,
  CONNECTIVE
}
