package ghostwriter.realtime;

import ghostwriter.realtime.protocol.SessionSettings;
import ghostwriter.realtime.responder.WireIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who may come in: the bearer of the engine's key, and for a while the bearers of secrets made
/// with it. Of secrets only hashes are kept, and only in memory.
final class EngineKeys {
  private static final int MOST_SECRETS = 10_000;

  /// A secret, told once.
  record Minted(String value, Instant expires) {
    @Override
    public String toString() {
      return "Minted[" + expires + "]";
    }
  }

  private record Known(Instant expires, SessionSettings settings) {}

  private final byte[] owner;
  private final WireIds ids;
  private final InstantSource clock;
  private final Map<String, Known> secrets = new ConcurrentHashMap<>();

  EngineKeys(EngineKey key, WireIds ids, InstantSource clock) {
    this.owner = hash(key.text());
    this.ids = ids;
    this.clock = clock;
  }

  Optional<Caller> admit(String key) {
    byte[] shown = hash(key);
    if (MessageDigest.isEqual(owner, shown)) {
      return Optional.of(Caller.owner());
    }
    return Optional.ofNullable(secrets.get(HexFormat.of().formatHex(shown)))
        .filter(known -> clock.instant().isBefore(known.expires()))
        .map(known -> Caller.guest(known.settings()));
  }

  /// A secret that opens sessions with these settings until it expires; empty where too many are
  /// alive.
  Optional<Minted> mint(SessionSettings settings, Duration life) {
    Instant now = clock.instant();
    secrets.values().removeIf(known -> !now.isBefore(known.expires()));
    if (secrets.size() >= MOST_SECRETS) {
      return Optional.empty();
    }
    var minted = new Minted(ids.next("ek"), now.plus(life));
    secrets.put(
        HexFormat.of().formatHex(hash(minted.value())), new Known(minted.expires(), settings));
    return Optional.of(minted);
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
