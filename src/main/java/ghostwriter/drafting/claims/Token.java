package ghostwriter.drafting.claims;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A word of a text.
///
/// @param word as it stands, without a possessive `'s`
/// @param from where it begins, in UTF-16 units
/// @param opens whether a clause begins with it: at the start, or behind a mark
record Token(String word, int from, boolean opens) {
  private static final Pattern WORD =
      Pattern.compile("\\p{N}+(?:[.,:]\\p{N}+)*(?:st|nd|rd|th|s)?|[\\p{L}\\p{M}]+(?:['’]\\p{L}+)*");
  private static final Pattern MARK = Pattern.compile("[.!?…;:,—–()\"“”]");

  static List<Token> of(String text) {
    return WORD.matcher(text)
        .results()
        .map(found -> new Token(bare(found.group()), found.start(), opens(text, found.start())))
        .toList();
  }

  private static String bare(String word) {
    String straight = word.replace('’', '\'');
    return straight.endsWith("'s") ? straight.substring(0, straight.length() - 2) : straight;
  }

  private static boolean opens(String text, int at) {
    int before = at;
    while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
      before--;
    }
    return before == 0 || MARK.matcher(text.substring(before - 1, before)).matches();
  }

  int to() {
    return from + word.length();
  }

  String lower() {
    return word.toLowerCase(Locale.ROOT);
  }

  boolean isCapitalised() {
    return Character.isUpperCase(word.charAt(0));
  }
}
