package ghostwriter.transcript;

/// What an item is. Only messages can hold words that somebody said.
public enum ItemKind {
  MESSAGE,
  TOOL_CALL,
  TOOL_OUTPUT,
  OTHER
}
