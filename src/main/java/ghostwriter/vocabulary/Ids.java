package ghostwriter.vocabulary;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/// Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits, so
/// that new keys land at the end of an index. Safe for many threads.
public final class Ids {
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  public UUID next() {
    long high = (clock.millis() << 16) | 0x7000 | random.nextInt(0x1000);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
