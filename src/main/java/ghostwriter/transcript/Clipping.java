package ghostwriter.transcript;

import ghostwriter.transcript.Excerpt.Fragment;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;

/// Cuts a long text down to what stands around its matches.
final class Clipping {
  /// How much is left on either side of a match, in characters.
  private static final int AROUND = 80;

  private static final String CUT = " … ";

  private Clipping() {}

  static List<Fragment> clip(List<Fragment> whole) {
    List<Fragment> clipped = new ArrayList<>();
    for (int i = 0; i < whole.size(); i++) {
      Fragment fragment = whole.get(i);
      clipped.add(
          fragment.match()
              ? fragment
              : new Fragment(
                  new Words(clip(fragment.text().text(), i == 0, i == whole.size() - 1)), false));
    }
    return clipped;
  }

  private static String clip(String text, boolean first, boolean last) {
    int head = first ? 0 : AROUND;
    int tail = last ? 0 : AROUND;
    if (text.length() <= head + tail + AROUND) {
      return text;
    }
    String left = text.substring(0, wordEnd(text, head));
    String right = text.substring(wordBegin(text, text.length() - tail));
    return left + CUT + right;
  }

  private static int wordEnd(String text, int at) {
    int space = text.lastIndexOf(' ', at);
    return at == 0 || space < 0 ? 0 : space;
  }

  private static int wordBegin(String text, int at) {
    int space = text.indexOf(' ', at);
    return space < 0 ? text.length() : space + 1;
  }
}
