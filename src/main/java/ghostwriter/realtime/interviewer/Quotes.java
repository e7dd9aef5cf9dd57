package ghostwriter.realtime.interviewer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the few words of an answer that are worth saying back.
final class Quotes {
  private static final Pattern BORDER =
      Pattern.compile("(?<!\\b(?:Mr|Mrs|Ms|Dr|St))[.!;:…,\\n]+\\s*|\\s[–—-]\\s|—");
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:(?:and|but|so|because|well|then|or|um|uh|yes|no|aye|oh|you know|i mean|of course|anyway) )+",
          Pattern.CASE_INSENSITIVE);
  // Such a clause has lost its head to the one before it.
  private static final Pattern HEADLESS =
      Pattern.compile(
          "(?:who|which|was|were|is|are|to|of|than|from when)\\b.*|.*\\bname was\\b.*|.*\\b(?:said|says|that|and|the|a|an|to|of|was|is)",
          Pattern.CASE_INSENSITIVE);
  private static final int SHORTEST = 3;
  private static final int LONGEST = 9;

  private final Lexicon lexicon;

  Quotes(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The weightiest clause of three to nine words that has not been said back yet.
  Optional<String> of(String words, Said said) {
    return BORDER
        .splitAsStream(words)
        .map(clause -> LEADING.matcher(clause.strip()).replaceFirst("").strip())
        .filter(this::fits)
        .filter(clause -> said.times(clause) == 0)
        .max(Comparator.comparingDouble(this::weight));
  }

  private boolean fits(String clause) {
    int length = Lexicon.words(clause).size();
    return length >= SHORTEST
        && length <= LONGEST
        && clause.chars().noneMatch(c -> "?\"“”()".indexOf(c) >= 0)
        && !HEADLESS.matcher(clause).matches()
        && strong(clause).size() >= 2;
  }

  private List<String> strong(String clause) {
    return Lexicon.words(clause).stream()
        .filter(word -> !lexicon.has("weak", word.replace('’', '\'')))
        .toList();
  }

  private double weight(String clause) {
    List<String> strong = strong(clause);
    double letters = strong.stream().mapToInt(String::length).sum();
    return strong.size() + letters / 10 - Lexicon.words(clause).size() / 4.0;
  }
}
