package ghostwriter.account;

import ghostwriter.vocabulary.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/// A random secret of 256 bits, known to the database by its hash only. Its `toString` does not
/// tell it.
public record Secret(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Secret random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// Unsalted on purpose: 256 random bits cannot be guessed, and the hash is what is looked up.
  byte[] hash() {
    return Sha256.of(text);
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
