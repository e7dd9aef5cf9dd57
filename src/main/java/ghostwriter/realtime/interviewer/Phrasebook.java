package ghostwriter.realtime.interviewer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the interviewer says beside its questions.
final class Phrasebook {
  private static final Pattern GAP = Pattern.compile("\\{[a-z]+}");

  private final Sections phrases = Sections.of("phrases.txt");

  /// A phrase under this heading, one that was said least.
  String say(String heading, Said said) {
    return pick(phrases.under(heading), said);
  }

  /// The same, with its gap filled.
  String say(String heading, String filling, Said said) {
    return GAP.matcher(say(heading, said)).replaceAll(_ -> Matcher.quoteReplacement(filling));
  }

  private static String pick(List<String> phrases, Said said) {
    return phrases.stream()
        .min(Comparator.comparingLong(phrase -> said.times(longestPart(phrase))))
        .orElseThrow();
  }

  private static String longestPart(String phrase) {
    return GAP.splitAsStream(phrase).max(Comparator.comparingInt(String::length)).orElse(phrase);
  }

  /// A question under this heading that was not asked yet; empty where all were.
  Optional<String> ask(String heading, Said said) {
    return phrases.under(heading).stream().filter(question -> !said.asked(question)).findFirst();
  }

  /// All phrases under this heading.
  Stream<String> all(String heading) {
    return phrases.under(heading).stream();
  }

  /// The text with a capital at its head.
  static String large(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }

  /// The text with a small letter at its head.
  static String small(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
