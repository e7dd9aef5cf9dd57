package ghostwriter.drafting.offline;

import ghostwriter.drafting.Phrases;
import java.util.regex.Pattern;

/// Sentences that belong to the conversation and not to a book: thanks and greetings, the conduct
/// of a meeting, the technique of the call, remarks about the interview, instructions to whoever
/// writes it down.
final class Chatter {
  /// "Um, okay." or "Yes, right.": nothing but taking the turn.
  private static final Pattern FILLER =
      Pattern.compile(
          "(?i)^(?:um+|uh+|er+m?|okay|ok|yeah|yep|yes|no|nope|right|well|so|oh|ah|aye|h?mm+|anyway"
              + "|anything|alright|sure|exactly|absolutely|cool|great|good|fine|ready"
              + "|not|but|and)\\b.*");

  private static final Pattern NAMES_ONLY =
      Pattern.compile("^(?:\\p{Lu}[\\p{L}.'’-]*[ ,.!]*){1,5}$");

  private static final int EMPTY_WORDS = 5;

  /// A sentence of more words is more than its chatter, unless it begins with it.
  private static final int MANY_WORDS = 25;

  private static final int BEGINNING = 24;

  private static final Phrases PHRASES = Phrases.named("chatter");
  private static final Phrases TO_THE_WRITER = Phrases.named("to-the-writer");

  boolean isChatter(Sentence sentence) {
    String text = sentence.text();
    boolean empty = sentence.words() <= EMPTY_WORDS && sentence.terms().size() <= 1;
    return (empty && FILLER.matcher(text).matches())
        || NAMES_ONLY.matcher(text).matches()
        || TO_THE_WRITER.areIn(text)
        || PHRASES.areIn(sentence.words() > MANY_WORDS ? beginning(text) : text);
  }

  private static String beginning(String text) {
    int end = text.indexOf(' ', Math.min(text.length(), BEGINNING));
    return end < 0 ? text : text.substring(0, end);
  }
}
