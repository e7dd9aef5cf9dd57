package ghostwriter.interview.openai;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/// The last few ids of a kind. Used by one thread.
final class Recent {
  private final int most;
  private final Set<String> ids = new HashSet<>();
  private final Queue<String> order = new ArrayDeque<>();

  Recent(int most) {
    this.most = most;
  }

  boolean contains(String id) {
    return ids.contains(id);
  }

  /// Whether it was not there yet. What has no id is always new.
  boolean add(String id) {
    if (id.isEmpty()) {
      return true;
    }
    if (!ids.add(id)) {
      return false;
    }
    order.add(id);
    if (order.size() > most) {
      ids.remove(order.remove());
    }
    return true;
  }
}
