package ghostwriter.drafting.claims;

import ghostwriter.document.Doubt;

/// Some words before and behind what is in doubt, cut between words.
final class Excerpt {
  /// How far it reaches to each side, in UTF-16 units.
  private static final int REACH = 60;

  private Excerpt() {}

  static String around(String text, Doubt doubt) {
    int from = Math.max(0, doubt.from() - REACH);
    int to = Math.min(text.length(), doubt.to() + REACH);
    while (from > 0 && from < doubt.from() && !Character.isWhitespace(text.charAt(from - 1))) {
      from++;
    }
    while (to < text.length() && to > doubt.to() && !Character.isWhitespace(text.charAt(to))) {
      to--;
    }
    return (from > 0 ? "… " : "")
        + text.substring(from, to).strip()
        + (to < text.length() ? " …" : "");
  }
}
