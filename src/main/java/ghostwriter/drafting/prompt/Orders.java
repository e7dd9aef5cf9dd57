package ghostwriter.drafting.prompt;

import ghostwriter.drafting.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Words to a machine, in whatever a person said or typed. Only English ones are known; for the
/// others there is the fence.
final class Orders {
  private static final Phrases PHRASES = Phrases.named("orders");
  private static final Pattern SENTENCE = Pattern.compile("[^.!?…\\n]*[.!?…\\n]*\\s*");
  private static final String LEFT_OUT = "[…] ";

  private Orders() {}

  static boolean areIn(String text) {
    return sentences(text).stream().anyMatch(sentence -> PHRASES.areIn(sentence.strip()));
  }

  /// A text without them, and without the sentences next to them: nothing there is trusted.
  static String out(String text) {
    List<String> sentences = sentences(text);
    boolean[] bad = new boolean[sentences.size()];
    for (int s = 0; s < bad.length; s++) {
      bad[s] = PHRASES.areIn(sentences.get(s).strip());
    }
    var kept = new StringBuilder();
    boolean gap = false;
    for (int s = 0; s < bad.length; s++) {
      boolean out = bad[s] || (s > 0 && bad[s - 1]) || (s + 1 < bad.length && bad[s + 1]);
      kept.append(out ? (gap ? "" : LEFT_OUT) : sentences.get(s));
      gap = out;
    }
    return kept.toString().strip();
  }

  /// What may be told of a text; empty where there is nothing.
  static Optional<String> told(String text) {
    return Optional.of(out(text)).filter(Orders::saysMore);
  }

  /// Whether a text, as [#out] leaves it, still says something.
  private static boolean saysMore(String left) {
    return left.replace(LEFT_OUT.strip(), " ").codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    SENTENCE
        .matcher(text)
        .results()
        .map(found -> found.group())
        .filter(found -> !found.isEmpty())
        .forEach(sentences::add);
    return sentences;
  }
}
