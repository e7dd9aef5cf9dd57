package ghostwriter.transcript;

import ghostwriter.vocabulary.Words;
import java.util.List;

/// A found item, with the passages that were looked for.
///
/// @param fragments plain text in order; joined, they are what to show
public record Excerpt(ConversationItem item, List<Fragment> fragments) {
  /// @param match whether it was looked for
  public record Fragment(Words text, boolean match) {}

  public Excerpt {
    fragments = List.copyOf(fragments);
  }
}
