package ghostwriter.web;

import ghostwriter.document.Block;
import ghostwriter.document.Document;
import ghostwriter.document.Doubt;
import ghostwriter.document.Section;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A version of the document, its Markdown also as HTML that is safe to show. A block is stale
/// where one of its sources was worded anew since.
record DocumentView(int version, String summary, int openProposals, List<SectionView> sections) {
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
      @Nullable JobId jobId,
      boolean stale,
      List<DoubtView> doubts) {}

  /// @param from where it begins in the block's Markdown, in UTF-16 units
  record DoubtView(int from, int to, String kind, String about) {
    static DoubtView of(Doubt doubt) {
      return new DoubtView(doubt.from(), doubt.to(), word(doubt.kind()), doubt.about().text());
    }
  }

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

  static DocumentView of(
      Document document, int openProposals, Predicate<Source> isStale, MarkdownHtml html) {
    return new DocumentView(
        document.version(),
        document.summary().text(),
        openProposals,
        document.sections().stream().map(section -> view(section, isStale, html)).toList());
  }

  private static SectionView view(Section section, Predicate<Source> isStale, MarkdownHtml html) {
    return new SectionView(
        section.id(),
        section.heading(),
        word(section.state()),
        section.locked(),
        section.blocks().stream().map(block -> view(block, isStale, html)).toList());
  }

  private static BlockView view(Block block, Predicate<Source> isStale, MarkdownHtml html) {
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
        block.job(),
        content.sources().stream().anyMatch(isStale),
        content.doubts().stream().map(DoubtView::of).toList());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
