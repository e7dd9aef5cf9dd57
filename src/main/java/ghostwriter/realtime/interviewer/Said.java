package ghostwriter.realtime.interviewer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the interviewer has said so far, so that it does not say it again.
///
/// @param texts its turns, oldest first
/// @param earlier questions of earlier conversations
/// @param plain all of them in small letters
record Said(List<String> texts, List<String> earlier, List<String> plain) {
  Said(List<String> texts, List<String> earlier) {
    this(texts, earlier, Stream.concat(texts.stream(), earlier.stream()).map(Said::plain).toList());
  }

  /// Whether a question was asked before, here or in an earlier conversation.
  boolean asked(String question) {
    String wanted = plain(question);
    return plain.stream().anyMatch(text -> text.endsWith(wanted));
  }

  // A wording of the last few turns would sound like a form, even about something else.
  boolean isFree(String question) {
    String opening = opening(question);
    return texts.stream()
        .skip(Math.max(0, texts.size() - 2))
        .noneMatch(text -> opening(text).equals(opening));
  }

  private static String opening(String text) {
    List<String> words = Lexicon.words(text.substring(text.lastIndexOf(". ") + 1));
    return String.join(" ", words.subList(0, Math.min(4, words.size()))).toLowerCase(Locale.ROOT);
  }

  /// How often this phrase was said.
  long times(String phrase) {
    return texts.stream().filter(text -> text.contains(phrase)).count();
  }

  static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
