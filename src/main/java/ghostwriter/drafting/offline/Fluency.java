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
          "(?i)\\b(?:you know|i mean|sort of|kind of|i guess|i dunno|or something|or whatever"
              + "|and stuff|and so on|blah|basically|,? like,)(?![\\w'])");

  /// What a transcriber's hand leaves: lost spaces, doubled marks, letters spelt out.
  private static final Pattern BLEMISH =
      Pattern.compile(
          ",,|,\\.|\\.,|@|\\.{2,}|—\\.|\\w_\\b|\\b\\d[\\d,.]*[a-z]{5,}|[a-z]\\.[A-Z]|\\w ,\\w");

  /// "any way to Not only doesn't it": a sentence given up for another.
  private static final Pattern RESTART =
      Pattern.compile(
          "(?<=\\p{Ll} )(?:The|This|That|These|Those|But|So|And|We|It|You|He|She|They"
              + "|If|There|Maybe"
              + "|Not|Or|Because|What|Which|When|Then|To|Is|Are|Uh|Um|Well|Yeah|No|OK"
              + "|Okay|Oh|How|Who"
              + "|Where|It's|That's|You're|We're|There's)\\b");

  private static final Set<String> MAY_REPEAT =
      Set.of(
          "had", "that", "very", "no", "never", "many", "much", "far", "long", "so", "more",
          "years", "miles", "ha");

  /// Words that often stand before longer ones of the same beginning: "so some", "the they".
  private static final Set<String> WHOLE_WORDS =
      Set.of(
          """
          a i an in so to the he no not on we be for or as it you my me see one up us do at
          is any all out may can her man had who by some go with over under after every
          """
              .strip()
              .split("\\s+"));

  private static final Pattern UNSPEAKABLE = Pattern.compile("[b-df-hj-np-tv-xz]{2,4}");
  private static final Set<String> SHORT_FORMS =
      Set.of(
          "mr", "mrs", "ms", "dr", "st", "vs", "th", "nd", "rd", "pm", "km", "kg", "cm", "mm",
          "hmm");

  private Fluency() {}

  static double of(String sentence) {
    double trouble =
        0.9 * count(HESITATION, sentence)
            + 0.5 * count(PADDING, sentence)
            + 1.2 * count(BLEMISH, sentence)
            + 1.5 * count(RESTART, sentence)
            + 1.8 * stumbles(words(sentence));
    return Math.exp(-trouble / Math.pow(Math.max(1, sentence.length() / 60.0), 0.7));
  }

  /// Abbreviations in capitals are left out: "NHS" is a word, "nh" is one begun and dropped.
  private static List<String> words(String sentence) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(sentence);
    while (matcher.find()) {
      String word = matcher.group();
      boolean capitals = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      words.add(capitals ? "capitals" + words.size() : word.toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private static int stumbles(List<String> words) {
    int stumbles = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean again = i > 0 && isSaidAgain(words.get(i - 1), words.get(i));
      boolean pairAgain = i > 2 && words.subList(i - 1, i + 1).equals(words.subList(i - 3, i - 1));
      stumbles += again || pairAgain || isFragment(words.get(i)) ? 1 : 0;
    }
    return stumbles;
  }

  private static boolean isSaidAgain(String first, String second) {
    boolean begun =
        first.length() <= 6
            && second.length() > first.length() + 1
            && second.startsWith(first)
            && !Character.isDigit(first.charAt(0))
            && !WHOLE_WORDS.contains(first);
    return begun || (first.equals(second) && !MAY_REPEAT.contains(first));
  }

  private static boolean isFragment(String word) {
    char first = word.charAt(0);
    boolean letter = word.length() == 1 && Character.isLetter(first) && "aio".indexOf(first) < 0;
    boolean unspeakable = UNSPEAKABLE.matcher(word).matches() && !SHORT_FORMS.contains(word);
    return letter || unspeakable || (word.length() > 1 && word.endsWith("-"));
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }
}
