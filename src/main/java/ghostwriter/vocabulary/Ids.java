package ghostwriter.vocabulary;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, 12 that count within
/// one, then random bits, so that new keys land at the end of an index and each is greater than the
/// one before (section 6.2, method 1; what is more than a millisecond can hold is taken from the
/// next). Safe for many threads.
public final class Ids {
  private static final int COUNTER = 12;

  /// A millisecond's count starts in its lower half, so that there is room.
  private static final int START = 1 << (COUNTER - 1);

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// Milliseconds and count of the newest id.
  private final AtomicLong newest = new AtomicLong();

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  public UUID next() {
    long now = (clock.millis() << COUNTER) | random.nextInt(START);
    long place = newest.updateAndGet(before -> Math.max(before + 1, now));
    long high = ((place >>> COUNTER) << 16) | 0x7000 | (place & 0xFFF);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
