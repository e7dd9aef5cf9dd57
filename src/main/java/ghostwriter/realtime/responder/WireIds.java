package ghostwriter.realtime.responder;

import java.util.random.RandomGenerator;

/// Ids in the form clients know: a prefix and random letters and digits, never longer than 32
/// characters.
public final class WireIds {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 21;

  private final RandomGenerator random;

  public WireIds(RandomGenerator random) {
    this.random = random;
  }

  /// A new id, such as `item_` and 21 random characters (125 bits).
  public String next(String prefix) {
    var id = new StringBuilder(prefix.length() + 1 + LENGTH).append(prefix).append('_');
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
