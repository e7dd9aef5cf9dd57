package ghostwriter.document;

/// What a block is in Markdown.
public enum BlockKind {
  PARAGRAPH,
  LIST,
  QUOTE
}
