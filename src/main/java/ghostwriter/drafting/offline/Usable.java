package ghostwriter.drafting.offline;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Which sentences may stand in the document at all.
final class Usable {
  /// Characters that a Markdown reader might not show as they are. Most are marks of a transcriber,
  /// such as `[inaudible]`.
  private static final Pattern MARKUP =
      Pattern.compile("[*\\[\\]<>\\\\`~|#{}@^=+]|&\\w+;|&#|(?<![\\p{L}\\p{N}_])_|https?:|www\\.");

  private static final Pattern BEGINS_PLAINLY =
      Pattern.compile("^[\"'“‘]?[\\p{L}£$€].*|^\\d[\\d,]* .*", Pattern.DOTALL);

  /// What is longer was never divided into sentences, in characters.
  private static final int MAX_LENGTH = 1_000;

  private final Chatter chatter = new Chatter();
  private final Talk talk;
  private final Withheld withheld;
  private final Said said;
  private final Map<String, Sentence> told = new HashMap<>();

  Usable(Talk talk, Withheld withheld, Said said) {
    this.talk = talk;
    this.withheld = withheld;
    this.said = said;
  }

  /// A question may stand inside a passage, where its answer follows; see {@link Passages}.
  boolean test(Sentence sentence) {
    return sentence.text().length() <= MAX_LENGTH
        && talk.isComplete(sentence)
        && BEGINS_PLAINLY.matcher(sentence.text()).matches()
        && !MARKUP.matcher(sentence.text()).find()
        && hasBalancedQuotes(sentence.text())
        && !chatter.isChatter(sentence)
        && !withheld.contains(sentence)
        && !said.contains(sentence)
        && isToldFirst(sentence);
  }

  /// Whoever says the same sentence again is heard once.
  private boolean isToldFirst(Sentence sentence) {
    return told.computeIfAbsent(
            String.join(" ", sentence.terms()) + sentence.words() / 4, _ -> sentence)
        .equals(sentence);
  }

  private static boolean hasBalancedQuotes(String text) {
    long straight = text.chars().filter(c -> c == '"').count();
    long opening = text.chars().filter(c -> c == '“').count();
    long closing = text.chars().filter(c -> c == '”').count();
    return straight % 2 == 0 && opening == closing;
  }
}
