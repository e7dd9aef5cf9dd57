package ghostwriter.document;

/// What became of a section, a block or some words between two versions.
public enum Change {
  SAME,
  ADDED,
  REMOVED,
  CHANGED
}
