package ghostwriter.drafting.offline;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Edit.Insert;
import ghostwriter.document.Grounding;
import ghostwriter.drafting.Answer.Drafted;
import ghostwriter.drafting.Brief;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.Source;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/// What holds for every answer, whatever was said.
final class HardRules {
  private final Brief brief;
  private final Map<ItemId, ConversationItem> items;

  HardRules(Brief brief) {
    this.brief = brief;
    items =
        brief.material().stream()
            .collect(Collectors.toMap(ConversationItem::id, Function.identity()));
  }

  void hold(Drafted answer) {
    List<Content> contents = contents(answer);
    contents.forEach(this::holds);
    assertNothingTwice(contents);
    assertThat(Briefs.after(brief, answer).sections()).hasSameSizeAs(brief.sections());
    assertThat(answer.summary().text()).endsWith(".").doesNotContain("\n");
  }

  static List<Content> contents(Drafted answer) {
    return answer.edits().stream().map(edit -> ((Insert) edit).content()).toList();
  }

  static int words(Drafted answer) {
    return contents(answer).stream().mapToInt(content -> content.markdown().count()).sum();
  }

  private void holds(Content content) {
    String text = content.markdown().text();
    List<String> cited = content.sources().stream().map(this::cited).toList();

    assertThat(content.kind()).isEqualTo(BlockKind.PARAGRAPH);
    assertThat(content.grounding()).isEqualTo(Grounding.SOURCED);
    assertThat(text).isEqualTo(String.join(" ", cited));
    assertThat(content.sources())
        .extracting(s -> item(s).speaker())
        .containsOnly(item(content.sources().getFirst()).speaker());
    assertThat(content.sources()).allMatch(source -> item(source).client());
    assertThat(content.sources()).allMatch(source -> item(source).revision() == source.revision());
    assertThat(plainSentences(text)).allMatch(this::standsInOneItem);
    assertThat(sentencesByBreaks(text)).allMatch(this::standsInOneItem);
    assertThat(shown(text)).isEqualTo(text);
  }

  private void assertNothingTwice(List<Content> contents) {
    List<Source> sources =
        contents.stream().flatMap(content -> content.sources().stream()).toList();
    for (int i = 0; i < sources.size(); i++) {
      for (Source other : sources.subList(i + 1, sources.size())) {
        Source source = sources.get(i);
        boolean apart = source.to() <= other.from() || other.to() <= source.from();
        assertThat(!source.item().equals(other.item()) || apart).isTrue();
      }
    }
  }

  private boolean standsInOneItem(String sentence) {
    return brief.material().stream()
        .anyMatch(item -> item.client() && item.text().text().contains(sentence));
  }

  private ConversationItem item(Source source) {
    return Objects.requireNonNull(items.get(source.item()));
  }

  private String cited(Source source) {
    return item(source).text().text().substring(source.from(), source.to());
  }

  /// The plainest splitter there is.
  private static List<String> plainSentences(String text) {
    return List.of(text.split("(?<=[.!?]) (?=\\p{Lu})"));
  }

  private List<String> sentencesByBreaks(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(brief.language());
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      sentences.add(text.substring(from, to).strip());
      from = to;
    }
    return sentences;
  }

  private static String shown(String markdown) {
    return TextContentRenderer.builder().build().render(Parser.builder().build().parse(markdown));
  }
}
