package ghostwriter.web;

import ghostwriter.document.Block;
import ghostwriter.document.Document;
import ghostwriter.document.Section;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A version of the document, its Markdown also as HTML that is safe to show.
record DocumentView(int version, String summary, List<SectionView> sections) {
  record SectionView(
      SectionId id, String heading, String state, boolean locked, List<BlockView> blocks) {}

  record BlockView(
      BlockId id,
      RevisionId revisionId,
      String kind,
      String markdown,
      String html,
      String origin,
      String grounding,
      List<SourceView> sources,
      @Nullable JobId jobId) {}

  record SourceView(SessionId sessionId, String itemId, int revision, int from, int to) {
    static SourceView of(Source source) {
      return new SourceView(
          source.item().session(),
          source.item().id(),
          source.revision(),
          source.from(),
          source.to());
    }
  }

  static DocumentView of(Document document, MarkdownHtml html) {
    return new DocumentView(
        document.version(),
        document.summary().text(),
        document.sections().stream().map(section -> view(section, html)).toList());
  }

  private static SectionView view(Section section, MarkdownHtml html) {
    return new SectionView(
        section.id(),
        section.heading(),
        word(section.state()),
        section.locked(),
        section.blocks().stream().map(block -> view(block, html)).toList());
  }

  private static BlockView view(Block block, MarkdownHtml html) {
    var content = block.content();
    return new BlockView(
        block.id(),
        block.revision(),
        word(content.kind()),
        content.markdown().text(),
        html.of(block.revision(), content.markdown().text()),
        word(block.origin()),
        word(content.grounding()),
        content.sources().stream().map(SourceView::of).toList(),
        block.job());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
