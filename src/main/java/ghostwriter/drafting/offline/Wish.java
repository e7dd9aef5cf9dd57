package ghostwriter.drafting.offline;

import ghostwriter.drafting.Terms;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What an instruction asks to be done to a section, as far as words alone tell it. English only.
///
/// @param topic what it is about, as it was typed; empty where it is about the whole section
/// @param terms the topic's content words
/// @param words a number of words that it names; 0 where it names none
record Wish(Kind kind, String topic, List<String> terms, int words) {
  enum Kind {
    SHORTEN,
    EXTEND,
    OTHER
  }

  /// What is not to be done: all up to the next mark.
  private static final Pattern NOT =
      Pattern.compile("(?i)\\b(?:don['’]t|do not|never|without|not|nothing)\\b[^,;:.!?]*");

  private static final Pattern LESS =
      Pattern.compile(
          "(?i)\\b(?:short(?:er|en|ened|ening)?|trim|cut|condensed?|tighten(?:ed)?|tighter|abridged?"
              + "|brief(?:er|ly)?|concise(?:ly)?|less|fewer|reduced?|prune|halve|half)\\b");

  private static final Pattern MORE =
      Pattern.compile(
          "(?i)\\b(?:more|longer|expand(?:ed)?|extend(?:ed)?|lengthen(?:ed)?|elaborate|add|further"
              + "|details?|detailed|fuller|flesh|include|bring in)\\b");

  private static final Pattern TOPIC =
      Pattern.compile("(?i)\\b(?:about|on|of|regarding|concerning|with)\\s+([^.!?;]+)");

  private static final Pattern LENGTH = Pattern.compile("(?i)\\b(\\d{1,5})[ -]words?\\b");

  /// They tell what to do, and nothing about what.
  private static final Set<String> TASK =
      Set.copyOf(
          Terms.of(
              "please make write written section chapter part paragraph sentence word text book"
                  + " little give put should could want need client length third quarter tell told"
                  + " story everything something anything whole again"));

  static Wish of(Words instruction) {
    String text = NOT.matcher(instruction.text()).replaceAll(" ");
    Kind kind =
        LESS.matcher(text).find()
            ? Kind.SHORTEN
            : MORE.matcher(text).find() ? Kind.EXTEND : Kind.OTHER;
    int words =
        LENGTH
            .matcher(text)
            .results()
            .mapToInt(found -> Integer.parseInt(found.group(1)))
            .findFirst()
            .orElse(0);
    String topic = topic(LENGTH.matcher(text).replaceAll(" "), kind);
    List<String> terms = terms(topic);
    return new Wish(kind, terms.isEmpty() ? "" : topic, terms, words);
  }

  /// What stands behind "about" and the like; otherwise all that does not say what to do.
  private static String topic(String text, Kind kind) {
    return TOPIC
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .map(Wish::bare)
        .filter(topic -> !terms(topic).isEmpty())
        .findFirst()
        // "Cut this down a little" names nothing, "Add the storm" does.
        .orElse(kind == Kind.EXTEND ? bare(text) : "");
  }

  private static String bare(String text) {
    return MORE.matcher(LESS.matcher(text).replaceAll(" "))
        .replaceAll(" ")
        .replaceAll("(?i)\\bplease\\b", " ")
        .replaceAll("[\\s,.!?;:]+", " ")
        .strip();
  }

  private static List<String> terms(String text) {
    return Terms.of(text).stream().filter(term -> !TASK.contains(term)).toList();
  }

  /// Whether a text holds one of the topic's words, or there is no topic.
  boolean isAbout(String text) {
    return terms.isEmpty() || Terms.of(text).stream().anyMatch(terms::contains);
  }

  boolean isNarrow() {
    return !terms.isEmpty();
  }
}
