package ghostwriter.drafting.prompt;

import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Grounding;
import ghostwriter.drafting.Terms;
import ghostwriter.drafting.Tongue;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a reply may put into a paragraph.
final class Prose {
  private static final int CONNECTIVE_WORDS = 40;
  private static final int MAX = 8_000;

  /// Fewer content words than that tell nothing of where they come from.
  private static final int FEW = 2;

  private static final Pattern HEADING = Pattern.compile("(?m)^\\s{0,3}#{1,6}\\s");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n");
  private static final Pattern LINK =
      Pattern.compile("\\]\\s*[(\\[:]|<[a-zA-Z/!?]|(?i)\\b(?:https?:|www\\.|data:|javascript:)");
  private static final Pattern NUMBER = Pattern.compile("\\p{N}");

  /// In words: what language so little is in may not be told.
  private static final int SHORT = 20;

  private final Locale language;
  private final String spoken;

  /// @param spoken what was said, of all that a paragraph may rest on
  Prose(Locale language, String spoken) {
    this.language = language;
    this.spoken = spoken;
  }

  /// @param cited the turns that it names, each of which it may
  /// @return what is wrong with it
  Optional<String> fault(BlockKind kind, String markdown, List<ConversationItem> cited) {
    if (markdown.isBlank() || markdown.length() > MAX) {
      return Optional.of("has no text, or far too much");
    }
    if (markdown.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      return Optional.of("holds control characters");
    }
    if (HEADING.matcher(markdown).find()) {
      return Optional.of("holds a heading");
    }
    if (kind == BlockKind.PARAGRAPH && BLANK_LINE.matcher(markdown.strip()).find()) {
      return Optional.of("holds more than one paragraph; give each an edit of its own");
    }
    if (LINK.matcher(markdown).find()) {
      return Optional.of("holds a link, a picture or HTML");
    }
    if (Orders.areIn(markdown)) {
      return Optional.of("repeats words that were not told for the book");
    }
    return cited.isEmpty() ? connection(markdown) : ground(markdown, cited);
  }

  private static Optional<String> connection(String markdown) {
    boolean states = NUMBER.matcher(markdown).find();
    return states || new Words(markdown).count() > CONNECTIVE_WORDS
        ? Optional.of("is connective but too long, or states something: name its sources")
        : Optional.empty();
  }

  /// Whether what is cited bears the paragraph out is looked at elsewhere, sentence by sentence;
  /// what shares no word with it at all was not written from it, unless it is in another language.
  private Optional<String> ground(String markdown, List<ConversationItem> cited) {
    List<String> written = Terms.of(markdown, language);
    Set<String> said = new HashSet<>();
    cited.forEach(item -> said.addAll(Terms.of(Orders.out(item.text().text()), language)));
    boolean shares = written.size() < FEW || written.stream().anyMatch(said::contains);
    return !shares && !isTranslated(markdown, cited)
        ? Optional.of("has nothing in common with the turns that it cites")
        : Optional.empty();
  }

  /// A short answer is in the language of what else was said.
  private boolean isTranslated(String markdown, List<ConversationItem> cited) {
    String said = cited.stream().map(item -> item.text().text()).collect(Collectors.joining("\n"));
    return Tongue.differs(markdown, language, said)
        || (new Words(said).count() <= SHORT && Tongue.differs(markdown, language, spoken));
  }

  /// The text stays as it is, to the letter.
  Content content(BlockKind kind, String markdown, List<ConversationItem> cited) {
    return new Content(
        kind,
        new Words(markdown),
        cited.isEmpty() ? Grounding.CONNECTIVE : Grounding.SOURCED,
        cited.stream().map(item -> Spans.of(item, markdown, language)).toList());
  }
}
