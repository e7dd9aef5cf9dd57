package ghostwriter.web;

import ghostwriter.vocabulary.RevisionId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// Markdown as HTML that is safe to show: raw HTML in it is escaped, dangerous addresses are
/// dropped. Wordings never change, so each is rendered once while it is in use. Safe for many
/// threads.
@Component
class MarkdownHtml {
  /// Deeper nesting than anybody writes; each level costs stack.
  private static final int NESTING = 30;

  private static final int KEPT = 10_000;

  private final Parser parser = Parser.builder().maxOpenBlockParsers(NESTING).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
  private final Map<RevisionId, String> rendered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RevisionId, String> eldest) {
          return size() > KEPT;
        }
      };

  String of(RevisionId revision, String markdown) {
    synchronized (rendered) {
      String html = rendered.get(revision);
      if (html != null) {
        return html;
      }
    }
    String html = render(markdown);
    synchronized (rendered) {
      rendered.put(revision, html);
    }
    return html;
  }

  /// What no reader could take in is shown as it was typed: one bad paragraph must not hide a
  /// document.
  private String render(String markdown) {
    try {
      return renderer.render(parser.parse(markdown));
    } catch (StackOverflowError tooDeep) {
      return "<p>" + HtmlUtils.htmlEscape(markdown) + "</p>";
    }
  }
}
