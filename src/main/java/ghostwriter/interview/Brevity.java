package ghostwriter.interview;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shortens what is told to a model about what people and models said.
final class Brevity {
  /// Between two sentences, or lines: not after an abbreviation, an initial or a day of the month.
  private static final Pattern BORDER =
      Pattern.compile(
          "\\R+|(?<=[.!?？؟…]|[.!?][”\"»])"
              + "(?<!\\b(?:Mr|Mrs|Ms|Dr|St|Prof|Fr|Hr|No|\\p{Lu}|\\d{1,2})\\.)\\s+(?=[^\\p{Ll}])");

  private static final Pattern QUESTION = Pattern.compile(".*[?？؟][”\"»’')]*", Pattern.DOTALL);

  private Brevity() {}

  /// The text, or its beginning and an ellipsis, broken between words where it can be.
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int space = text.lastIndexOf(' ', longest - 1);
    int end = space > longest / 2 ? space : beforeHalf(text, longest - 1);
    return text.substring(0, end).stripTrailing() + "…";
  }

  /// No sign is cut in half.
  private static int beforeHalf(String text, int end) {
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  /// The first sentence of a text, on one line.
  static String sentence(String text, int longest) {
    String first = BORDER.split(text.strip(), 2)[0];
    return cut(first.replaceAll("\\s+", " ").strip(), longest);
  }

  /// The last question of what was said in one turn; where it is long, the end of it.
  static Optional<String> question(String turn, int longest) {
    return Arrays.stream(BORDER.split(turn.strip(), -1))
        .filter(sentence -> QUESTION.matcher(sentence).matches())
        .reduce((_, later) -> later)
        .map(asked -> asked.replaceAll("\\s+", " ").strip())
        .map(asked -> asked.substring(afterHalf(asked, Math.max(0, asked.length() - longest))));
  }

  private static int afterHalf(String text, int from) {
    return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
  }
}
