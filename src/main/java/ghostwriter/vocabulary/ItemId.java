package ghostwriter.vocabulary;

/// Names one item of a conversation. The `id` is the provider's where it has one; items of an
/// imported recording carry ids that start with `imported_`.
public record ItemId(SessionId session, String id) {
  /// The longest id the Realtime protocol accepts from a client, in characters.
  public static final int MAX_LENGTH = 200;

  public ItemId {
    if (id.isBlank() || id.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("An item id has 1 to " + MAX_LENGTH + " characters.");
    }
  }

  @Override
  public String toString() {
    return session + "/" + id;
  }
}
