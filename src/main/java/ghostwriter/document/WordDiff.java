package ghostwriter.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Compares wordings word by word (Myers, *An O(ND) Difference Algorithm and Its Variations*, 1986,
/// in linear space). What is same or removed, joined, is the one wording; what is same or added,
/// the other.
///
/// One instance bounds the work of all comparisons it makes: where the bound is reached, what lies
/// between the first and the last difference is shown as taken out and put in whole. Used by one
/// thread.
public final class WordDiff {
  /// About a second's worth of steps at the very worst: enough for 2,000 paragraphs of 75 words
  /// that were all written anew.
  private static final long STEPS = 200_000_000;

  /// A word, a run of white space, or one other sign. The parts of a word are never given back: to
  /// be able to, the matcher would need room on the stack for each.
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|[\\p{L}\\p{M}\\p{N}]++(?:['’-][\\p{L}\\p{M}\\p{N}]++)*+|.", Pattern.DOTALL);

  private long steps = STEPS;

  /// The parts of both wordings in the order of reading, what was removed before what was added.
  public List<Part> between(Words before, Words after) {
    if (before.equals(after)) {
      return List.of(new Part(Change.SAME, after));
    }
    List<String> old = tokens(before);
    List<String> now = tokens(after);
    int head = sharedHead(old, now);
    int tail =
        sharedHead(
            old.subList(head, old.size()).reversed(), now.subList(head, now.size()).reversed());
    var parts = new Parts();
    parts.same(now.subList(0, head));
    compare(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), parts);
    parts.same(now.subList(now.size() - tail, now.size()));
    return parts.read();
  }

  private static List<String> tokens(Words words) {
    return TOKEN.matcher(words.text()).results().map(token -> token.group()).toList();
  }

  private static int sharedHead(List<String> old, List<String> now) {
    int shared = 0;
    while (shared < old.size() && shared < now.size() && old.get(shared).equals(now.get(shared))) {
      shared++;
    }
    return shared;
  }

  private void compare(List<String> old, List<String> now, Parts parts) {
    long most = (long) (old.size() + now.size()) * (old.size() + now.size());
    if (most > steps) {
      parts.changed(old, now);
      return;
    }
    steps -= most;
    DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>(), null, true)
        .getDeltas()
        .forEach(delta -> add(delta, parts));
  }

  private static void add(AbstractDelta<String> delta, Parts parts) {
    if (delta.getType() == DeltaType.EQUAL) {
      parts.same(delta.getTarget().getLines());
    } else {
      parts.changed(delta.getSource().getLines(), delta.getTarget().getLines());
    }
  }

  /// Joins tokens to parts. Blanks between two changes belong to both, so that a phrase that was
  /// written anew reads as one.
  private static final class Parts {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private final StringBuilder same = new StringBuilder();

    private void same(List<String> tokens) {
      tokens.forEach(same::append);
    }

    private void changed(List<String> old, List<String> now) {
      boolean goesOn = !(removed.isEmpty() && added.isEmpty()) && same.toString().isBlank();
      if (goesOn) {
        removed.append(same);
        added.append(same);
        same.setLength(0);
      } else {
        flush();
      }
      old.forEach(removed::append);
      now.forEach(added::append);
    }

    private List<Part> read() {
      flush();
      return List.copyOf(parts);
    }

    private void flush() {
      flush(Change.REMOVED, removed);
      flush(Change.ADDED, added);
      flush(Change.SAME, same);
    }

    private void flush(Change change, StringBuilder text) {
      if (!text.isEmpty()) {
        parts.add(new Part(change, new Words(text.toString())));
        text.setLength(0);
      }
    }
  }
}
