package ghostwriter.realtime.interviewer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A question as it stands in the language data, with a gap for what was named.
final class Question {
  private static final String NAME = "{x}";
  private static final String PLACE = "{at}";

  private static final Pattern GAP = Pattern.compile("\\{x}|\\{at}");

  private final Slot slot;
  private final String template;
  private final String head;
  private final String tail;

  Question(Slot slot, String template) {
    this.slot = slot;
    this.template = template;
    String[] parts = GAP.split(template.toLowerCase(Locale.ROOT), 2);
    this.head = parts[0];
    this.tail = parts.length == 2 ? parts[1] : "";
  }

  Slot slot() {
    return slot;
  }

  int length() {
    return template.length();
  }

  String about(Named named) {
    return Phrasebook.large(template.replace(NAME, named.name()).replace(PLACE, named.at()));
  }

  String plain() {
    return template;
  }

  /// What this question took up, where the text ends with it; empty where the text ends otherwise.
  ///
  /// @param text in small letters
  Optional<String> takenUpIn(String text) {
    if (!text.endsWith(tail)) {
      return Optional.empty();
    }
    int end = text.length() - tail.length();
    int start =
        tail.isEmpty() ? end - head.length() : text.lastIndexOf(head, end - head.length() - 1);
    boolean stands = start == 0 || (start > 0 && Character.isWhitespace(text.charAt(start - 1)));
    return stands && text.startsWith(head, start)
        ? Optional.of(text.substring(start + head.length(), end))
        : Optional.empty();
  }
}
