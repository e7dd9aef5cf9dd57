package ghostwriter.drafting.evidence;

import java.util.LinkedHashMap;
import java.util.Map;

/// A map that keeps what was used last. For one thread at a time.
final class Latest<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private final int kept;

  /// @param kept how many entries at most
  Latest(int kept) {
    super(16, 0.75f, true);
    this.kept = kept;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > kept;
  }
}
