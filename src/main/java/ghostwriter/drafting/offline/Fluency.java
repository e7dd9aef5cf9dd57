package ghostwriter.drafting.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How well a spoken sentence reads: 1 for clean prose, near 0 for one full of hesitations, words
/// said twice and words begun and dropped.
final class Fluency {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’_-]+");
  private static final Pattern HESITATION =
      Pattern.compile("(?i)\\b(?:u[hm]+|er+m?|h?mm+(?:-hmm)?|uh-huh|hm+|eh|ah)\\b");
  private static final Pattern PADDING =
      Pattern.compile(
          "(?i)\\b(?:you know|i mean|sort of|kind of|i guess|or something|or whatever|and stuff|and so on|blah|basically|,? like,)(?![\\w'])");
  private static final Pattern DOUBT =
      Pattern.compile(
          ",,|,\\.|\\.,|@|\\.{2,}|—\\.|\\w_\\b|\\b\\d[\\d,.]*(?:people|seniors|[a-z]{5,})|[a-z]\\.[A-Z]");
  private static final Set<String> MAY_REPEAT =
      Set.of(
          "had", "that", "very", "no", "never", "many", "much", "far", "long", "so", "more",
          "years", "miles", "ha");
  private static final Set<String> SHORT_WORDS = Set.of("a", "i", "o");

  private Fluency() {}

  static double of(String sentence) {
    double trouble =
        1.6 * count(HESITATION, sentence)
            + 0.7 * count(PADDING, sentence)
            + 1.2 * count(DOUBT, sentence)
            + 1.4 * stumbles(sentence);
    return Math.exp(-trouble / Math.sqrt(Math.max(1, sentence.length() / 60.0)));
  }

  /// Words said twice, single letters, words begun and said again in full.
  private static int stumbles(String sentence) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(sentence.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    int stumbles = 0;
    for (int i = 0; i < words.size(); i++) {
      stumbles +=
          isFragment(words.get(i)) || (i > 0 && stumbled(words.get(i - 1), words.get(i))) ? 1 : 0;
      stumbles += i > 2 && words.subList(i - 1, i + 1).equals(words.subList(i - 3, i - 1)) ? 1 : 0;
    }
    return stumbles;
  }

  private static boolean stumbled(String first, String second) {
    boolean same = first.equals(second) && !MAY_REPEAT.contains(first);
    boolean begunAgain =
        first.length() <= 3
            && second.length() > first.length() + 1
            && second.startsWith(first)
            && !Character.isDigit(first.charAt(0))
            && !isWholeWord(first);
    return same || begunAgain;
  }

  private static boolean isWholeWord(String word) {
    return Set.of(
            "a", "i", "an", "in", "so", "to", "the", "he", "no", "not", "on", "we", "be", "for",
            "or", "as", "it", "you", "my", "me", "see", "one", "up", "us", "do", "at", "is", "any",
            "all", "out", "may", "can", "her", "man", "had", "who", "by", "some", "go")
        .contains(word);
  }

  private static boolean isFragment(String word) {
    boolean single =
        word.length() == 1 && Character.isLetter(word.charAt(0)) && !SHORT_WORDS.contains(word);
    return single || (word.endsWith("-") && word.length() > 1);
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }
}
