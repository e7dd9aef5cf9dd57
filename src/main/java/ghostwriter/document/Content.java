package ghostwriter.document;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.List;

/// What a block says: Markdown, and the exact words it rests on.
///
/// @param doubts what of it was not found there; empty for what a person wrote
public record Content(
    BlockKind kind,
    Words markdown,
    Grounding grounding,
    List<Source> sources,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Doubt> doubts) {
  public Content {
    sources = List.copyOf(sources);
    doubts = List.copyOf(doubts);
    if (markdown.isBlank()) {
      throw new IllegalArgumentException("A block needs text; to take it away, remove it.");
    }
  }

  /// With nothing in doubt.
  public Content(BlockKind kind, Words markdown, Grounding grounding, List<Source> sources) {
    this(kind, markdown, grounding, sources, List.of());
  }

  public Content doubted(List<Doubt> found) {
    return new Content(kind, markdown, grounding, sources, found);
  }
}
