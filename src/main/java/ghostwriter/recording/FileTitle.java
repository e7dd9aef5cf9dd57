package ghostwriter.recording;

import java.util.Locale;

/// A title made from a file's name: `covid_2.json` becomes "Covid 2".
record FileTitle(String fileName) {
  private static final int MAX_LENGTH = 120;

  String text() {
    String base = fileName.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.\\p{Alnum}{1,10}$", "");
    String spaced = base.replaceAll("[\\s_.\\p{Cntrl}\\p{Cs}-]+", " ").strip();
    String title = shortened(spaced);
    return title.isEmpty() ? "Untitled recording" : capitalised(title);
  }

  /// Cuts between characters, never between the halves of one.
  private static String shortened(String title) {
    if (title.length() <= MAX_LENGTH) {
      return title;
    }
    boolean halved = Character.isHighSurrogate(title.charAt(MAX_LENGTH - 1));
    return title.substring(0, halved ? MAX_LENGTH - 1 : MAX_LENGTH).strip();
  }

  private static String capitalised(String title) {
    int first = title.offsetByCodePoints(0, 1);
    return title.substring(0, first).toUpperCase(Locale.ROOT) + title.substring(first);
  }
}
