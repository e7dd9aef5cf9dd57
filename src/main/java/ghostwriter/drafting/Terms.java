package ghostwriter.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The content words of a text, made comparable: lower case, without stop words, lightly stemmed.
/// Numbers count as words. In other languages than English no word is dropped, since rare words
/// weigh more anyway; stems are Snowball's (Porter 2001) where it knows the language.
public final class Terms {
  private static final Set<String> STOP_WORDS =
      Set.of(
          """
          a an and any are aren't as at be been but by can't cannot could couldn't did didn't do
          does doesn't doing don't for from had has have having he he'd he'll he's her here hers
          him his how i i'd i'll i'm i've if in into is isn't it it'd it'll it's its just let's
          like me my mine no not of off on or our ours out over own she she'd she'll she's so some
          such than that that'll that's the their theirs them then there there's these they they'd
          they'll they're they've this those to too up us very was wasn't we we'd we'll we're
          we've were weren't what what's when where which while who whom whose why with won't
          would you you'd you'll you're you've your yours uh um er erm hmm hm mm mmm mm-hmm uh-huh
          yeah yep ok okay oh ah well really actually also got get gets getting go goes going
          gonna gone thing things stuff sort kind bit know mean think say says said saying one
          ones lot maybe right yes want wanna because cuz discuss discussed discussing discussion
          talk talked talking summarize summarise opinion opinions during meeting
          """
              .strip()
              .split("\\s+"));

  private Terms() {}

  /// The terms of a text in order, with repetitions.
  public static List<String> of(String text) {
    List<String> terms = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    int i = 0;
    while (i < lower.length()) {
      if (!isWordPart(lower.charAt(i))) {
        i++;
        continue;
      }
      int end = wordEnd(lower, i);
      add(lower.substring(i, end), terms);
      i = end;
    }
    return terms;
  }

  /// The terms of a text in a language other than English, or in English as above.
  public static List<String> of(String text, Locale language) {
    return language.getLanguage().equals("en") ? of(text) : Stems.of(text, language);
  }

  static boolean isStopWord(String lowerCase) {
    return STOP_WORDS.contains(lowerCase);
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && (isWordPart(text.charAt(end)) || isInnerMark(text, end))) {
      end++;
    }
    return end;
  }

  private static boolean isInnerMark(String text, int i) {
    return text.charAt(i) == '\'' && i + 1 < text.length() && isWordPart(text.charAt(i + 1));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static void add(String word, List<String> terms) {
    String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    boolean tooShort = bare.length() < 2 && !Character.isDigit(bare.charAt(0));
    if (!tooShort && !STOP_WORDS.contains(word) && !STOP_WORDS.contains(bare)) {
      terms.add(stem(bare));
    }
  }

  /// Takes plural and verb endings off, no more: "stories" and "story", "worked" and "works" meet.
  /// It is the S-stemmer (Harman 1991) with `-ing` and `-ed` added.
  public static String stem(String word) {
    String singular = withoutPlural(word);
    if (singular.length() > 5 && singular.endsWith("ing")) {
      return undouble(singular.substring(0, singular.length() - 3));
    }
    if (singular.length() > 4 && singular.endsWith("ied")) {
      return singular.substring(0, singular.length() - 3) + "y";
    }
    if (singular.length() > 4 && singular.endsWith("ed")) {
      return undouble(singular.substring(0, singular.length() - 2));
    }
    return singular.length() > 4 && singular.endsWith("e")
        ? singular.substring(0, singular.length() - 1)
        : singular;
  }

  private static String withoutPlural(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return plural && !word.endsWith("us") && !word.endsWith("is")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static String undouble(String stem) {
    int last = stem.length() - 1;
    boolean doubled = stem.length() > 3 && stem.charAt(last) == stem.charAt(last - 1);
    return doubled && "lsz".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
  }
}
