package ghostwriter.web;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/// Markdown as HTML that is safe to show: raw HTML in it is escaped, dangerous addresses are
/// dropped. Safe for many threads.
@Component
class MarkdownHtml {
  private final Parser parser = Parser.builder().build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  String of(String markdown) {
    return renderer.render(parser.parse(markdown));
  }
}
