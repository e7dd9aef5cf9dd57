package ghostwriter.drafting.offline;

import ghostwriter.drafting.Sentences;
import ghostwriter.drafting.Terms;
import ghostwriter.vocabulary.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One sentence of a client's turn, exactly as it stands there.
///
/// @param turn the place of its item in the material
/// @param from where it begins in the item's text, in UTF-16 units
/// @param terms its content words, see {@link Terms}
record Sentence(int turn, int from, String text, int words, List<String> terms) {
  /// By where they were said.
  static final Comparator<Sentence> BY_PLACE =
      Comparator.comparingInt(Sentence::turn).thenComparingInt(Sentence::from);

  private static final Pattern COMPLETE =
      Pattern.compile("[\\p{L}\\p{N}%)'’\"”][.!?]{1,2}[\"'”’)]*$");
  private static final Pattern BROKEN_OFF =
      Pattern.compile("[—–] ?(?:yes|no|sorry|okay|well|right|so|and|but)[.!?]$");
  private static final Pattern HARD_END = Pattern.compile("[\\p{L}\\p{N}%][.!?]$");

  /// @param pool one instance of each term so far
  static Sentence of(int turn, int from, String text, Map<String, String> pool) {
    List<String> terms =
        Terms.of(text).stream().map(term -> pool.computeIfAbsent(term, t -> t)).toList();
    return new Sentence(turn, from, text, new Words(text).count(), terms);
  }

  int to() {
    return from + text.length();
  }

  /// Whether it was spoken to its end: not broken off, not left hanging.
  boolean isComplete() {
    return COMPLETE.matcher(text).find() && !BROKEN_OFF.matcher(text).find();
  }

  /// Whether no mark at all stands at its end.
  boolean endsWithWord() {
    return Character.isLetterOrDigit(text.charAt(text.length() - 1));
  }

  boolean isQuestion() {
    return text.matches("(?s).*\\?[\"'”’)!.]*");
  }

  /// Whether text from elsewhere may follow it, and every reader still see where it ends.
  boolean endsHard() {
    return HARD_END.matcher(text).find() && !Sentences.endsInAbbreviation(text);
  }

  /// Whether it may follow text from elsewhere, and every reader still see where it begins.
  boolean startsHard() {
    return Character.isUpperCase(text.charAt(0));
  }
}
