package ghostwriter.transcript;

import ghostwriter.vocabulary.Source;
import java.util.Optional;

/// Where a cited passage stands in a newer wording of its item: where the same words stand again,
/// nearest to their old place; otherwise what stands in their place now, in whole words. Pure.
final class Rewording {
  private final String before;
  private final String now;
  private final int head;
  private final int tail;

  /// @param before the item as it was worded when it was cited
  /// @param now the item as it is worded now
  Rewording(String before, String now) {
    this.before = before;
    this.now = now;
    this.head = sharedHead();
    this.tail = sharedTail();
  }

  private int sharedHead() {
    int shared = 0;
    int most = Math.min(before.length(), now.length());
    while (shared < most && before.charAt(shared) == now.charAt(shared)) {
      shared++;
    }
    return shared;
  }

  private int sharedTail() {
    int shared = 0;
    int most = Math.min(before.length(), now.length()) - head;
    while (shared < most
        && before.charAt(before.length() - 1 - shared) == now.charAt(now.length() - 1 - shared)) {
      shared++;
    }
    return shared;
  }

  /// @return empty where nothing is left to cite
  Optional<Source> of(Source source, int revision) {
    if (now.isBlank()) {
      return Optional.empty();
    }
    int from = Math.min(source.from(), before.length());
    int to = Math.min(source.to(), before.length());
    int same = again(before.substring(from, to), moved(from));
    if (same >= 0) {
      return Optional.of(new Source(source.item(), revision, same, same + to - from));
    }
    int start = startOfWord(moved(from));
    int end = endOfWord(to <= head ? to : Math.max(now.length() - tail, movedBack(to)));
    return Optional.of(
        start < end
            ? new Source(source.item(), revision, start, end)
            : new Source(source.item(), revision, 0, now.length()));
  }

  /// The place in the new wording; the beginning of what changed for all that lies inside it.
  private int moved(int place) {
    return place <= head ? place : Math.max(head, movedBack(place));
  }

  private int movedBack(int place) {
    return place >= before.length() - tail ? place + now.length() - before.length() : head;
  }

  /// Where the words stand in the new wording, nearest to a place; -1 where they do not.
  private int again(String words, int place) {
    int nearest = -1;
    int found = words.isEmpty() ? -1 : now.indexOf(words);
    while (found >= 0) {
      boolean nearer = nearest < 0 || Math.abs(found - place) < Math.abs(nearest - place);
      nearest = nearer ? found : nearest;
      found = now.indexOf(words, found + 1);
    }
    return nearest;
  }

  private int startOfWord(int place) {
    int start = Math.min(place, now.length());
    while (start > 0 && start < now.length() && isInside(start)) {
      start--;
    }
    return start;
  }

  private int endOfWord(int place) {
    int end = Math.min(place, now.length());
    while (end > 0 && end < now.length() && isInside(end)) {
      end++;
    }
    return end;
  }

  /// Whether a place lies between two signs that belong together.
  private boolean isInside(int place) {
    char left = now.charAt(place - 1);
    char right = now.charAt(place);
    return Character.isLowSurrogate(right)
        || (Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right));
  }
}
