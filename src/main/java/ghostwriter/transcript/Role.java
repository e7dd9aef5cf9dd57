package ghostwriter.transcript;

/// Whose item it is, in the Realtime protocol's terms. Everybody in a recording is a `USER`.
public enum Role {
  USER,
  ASSISTANT,
  SYSTEM
}
