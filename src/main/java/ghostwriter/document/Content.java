package ghostwriter.document;

import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.List;

/// What a block says: Markdown, and the exact words it rests on.
public record Content(BlockKind kind, Words markdown, Grounding grounding, List<Source> sources) {
  public Content {
    sources = List.copyOf(sources);
    if (markdown.isBlank()) {
      throw new IllegalArgumentException("A block needs text; to take it away, remove it.");
    }
  }
}
