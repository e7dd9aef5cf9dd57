package ghostwriter.drafting.offline;

import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts paragraphs into sections, each with the words it came from.
final class Inserts {
  private final Ids ids;
  private final Talk talk;
  private final Anchors anchors;

  Inserts(Ids ids, Talk talk) {
    this.ids = ids;
    this.talk = talk;
    this.anchors = new Anchors(talk);
  }

  /// A paragraph goes behind its anchor, or behind the paragraph that has just gone there.
  List<Edit> of(List<Paragraph> paragraphs, SectionBrief section) {
    List<Edit> edits = new ArrayList<>();
    Map<Optional<BlockId>, BlockId> latest = new HashMap<>();
    for (Paragraph paragraph : paragraphs) {
      Optional<BlockId> anchor = anchors.before(paragraph, section);
      @Nullable BlockId after = latest.getOrDefault(anchor, anchor.orElse(null));
      BlockId block = new BlockId(ids.next());
      edits.add(new Edit.Insert(section.id(), after, block, content(paragraph)));
      latest.put(anchor, block);
    }
    return edits;
  }

  private Content content(Paragraph paragraph) {
    List<Source> sources =
        paragraph.stretches().stream()
            .map(stretch -> {
              ConversationItem item = talk.item(stretch.turn());
              return new Source(item.id(), item.revision(), stretch.from(), stretch.to());
            })
            .toList();
    var words = new Words(paragraph.text(talk));
    return new Content(BlockKind.PARAGRAPH, words, Grounding.SOURCED, sources);
  }
}
