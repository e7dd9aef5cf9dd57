package ghostwriter.realtime.interviewer;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The words the interviewer listens for.
final class Lexicon {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern EDGE = Pattern.compile("^[\\s\"“”'.,!…-]+|[\\s\"“”'.,!…-]+$");

  private final Sections words = Sections.of("words.txt");
  private final Map<String, Set<String>> sets = new LinkedHashMap<>();
  private final Map<String, List<Pattern>> phrases = new LinkedHashMap<>();

  Lexicon() {
    for (String heading : words.headings()) {
      if (heading.contains(" ")) {
        phrases.put(heading, words.under(heading).stream().map(Lexicon::pattern).toList());
      } else {
        sets.put(
            heading,
            words.under(heading).stream()
                .flatMap(line -> SPACE.splitAsStream(line))
                .map(Lexicon::lower)
                .collect(toUnmodifiableSet()));
      }
    }
  }

  private static Pattern pattern(String phrase) {
    return Pattern.compile(
        Arrays.stream(phrase.split("\\*", -1)).map(Pattern::quote).collect(joining(".*")),
        Pattern.DOTALL);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /// Whether the list under this heading holds the word.
  boolean has(String heading, String word) {
    return sets.getOrDefault(heading, Set.of()).contains(lower(word));
  }

  /// The list as an alternative of a regular expression.
  String alternatives(String heading) {
    return sets.getOrDefault(heading, Set.of()).stream()
        .sorted((a, b) -> b.length() - a.length())
        .map(Pattern::quote)
        .collect(joining("|"));
  }

  /// Whether the whole text is one of the phrases under this heading.
  boolean says(String heading, String text) {
    String plain = EDGE.matcher(lower(text).replace('’', '\'')).replaceAll("");
    return phrases.getOrDefault(heading, List.of()).stream()
        .anyMatch(phrase -> phrase.matcher(plain).matches());
  }

  static List<String> words(String text) {
    return Arrays.stream(text.split("[^\\p{L}\\p{N}'’-]+", -1))
        .filter(it -> !it.isBlank())
        .toList();
  }
}
