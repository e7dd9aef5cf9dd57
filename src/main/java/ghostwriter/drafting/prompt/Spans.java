package ghostwriter.drafting.prompt;

import ghostwriter.drafting.Sentences;
import ghostwriter.drafting.Span;
import ghostwriter.drafting.Terms;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where in a turn a paragraph has its words from.
final class Spans {
  /// A turn of that many characters is cited as a whole.
  private static final int SHORT = 280;

  /// A sentence is cited that shares so many content words with the paragraph, or half of its own.
  private static final int SHARED = 2;

  private static final Sentences SENTENCES = new Sentences();

  private Spans() {}

  /// From the first sentence that shares words with the paragraph to the last.
  static Source of(ConversationItem item, String markdown, Locale language) {
    String text = item.text().text();
    Set<String> written = new HashSet<>(Terms.of(markdown, language));
    List<Span> shared =
        text.length() <= SHORT
            ? List.of()
            : SENTENCES.of(text, language).stream()
                .filter(
                    it -> shares(Terms.of(text.substring(it.from(), it.to()), language), written))
                .toList();
    return shared.isEmpty()
        ? new Source(item.id(), item.revision(), 0, text.length())
        : new Source(item.id(), item.revision(), shared.getFirst().from(), shared.getLast().to());
  }

  private static boolean shares(List<String> said, Set<String> written) {
    long common = said.stream().distinct().filter(written::contains).count();
    return common >= SHARED || (common > 0 && common * 2 >= said.stream().distinct().count());
  }
}
