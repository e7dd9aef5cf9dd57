package ghostwriter.recording;

/// Pairs straight double quotes that stand alone between spaces (`said " like this " , and`): the
/// first of a pair goes to the word behind it, the second to the word before it. One that is
/// followed by punctuation or by nothing can only close, so that a lost partner spoils no later
/// pair.
final class LooseQuotes {
  String join(String text) {
    if (text.indexOf('"') < 0) {
      return text;
    }
    StringBuilder joined = new StringBuilder(text.length());
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLoose(text, i)) {
        joined.append(c);
        continue;
      }
      open = !open && !endsHere(text, i);
      i += attach(joined, open, i + 1 < text.length());
    }
    return joined.toString();
  }

  /// Writes the quote and tells how many characters behind it are used up.
  private static int attach(StringBuilder joined, boolean opening, boolean spaceFollows) {
    if (opening) {
      joined.append('"');
      return spaceFollows ? 1 : 0;
    }
    if (!joined.isEmpty() && joined.charAt(joined.length() - 1) == ' ') {
      joined.setLength(joined.length() - 1);
    }
    joined.append('"');
    return 0;
  }

  private static boolean isLoose(String text, int i) {
    return text.charAt(i) == '"'
        && (i == 0 || text.charAt(i - 1) == ' ')
        && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
  }

  private static boolean endsHere(String text, int i) {
    return i + 2 >= text.length() || ",.;:?!".indexOf(text.charAt(i + 2)) >= 0;
  }
}
