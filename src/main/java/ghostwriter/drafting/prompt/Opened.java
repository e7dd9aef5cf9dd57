package ghostwriter.drafting.prompt;

import ghostwriter.document.Block;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.transcript.ConversationItem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A section that a reply may change.
///
/// @param paragraphs those that were shown, by the names they have in the prompt, in order
/// @param turns the client's, that it may cite, by the names they have in the prompt
record Opened(
    SectionBrief section,
    SequencedMap<String, Block> paragraphs,
    Map<String, ConversationItem> turns) {
  Opened {
    paragraphs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(paragraphs));
    turns = Collections.unmodifiableMap(new LinkedHashMap<>(turns));
  }

  /// A paragraph that a draft may change.
  Optional<Block> changeable(String name) {
    return Optional.ofNullable(paragraphs.get(name)).filter(block -> !block.touched());
  }
}
