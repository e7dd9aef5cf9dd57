package ghostwriter.drafting.offline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who and what is mentioned where for the first time: a passage about Tommy reads badly where
/// nobody has said who Tommy is.
final class Names {
  private static final Pattern INSIDE =
      Pattern.compile("(?<=[\\p{L},;] )\\p{Lu}\\p{Ll}[\\p{L}’'-]+");
  private static final Pattern WORD = Pattern.compile("\\p{Lu}\\p{Ll}[\\p{L}-]+");

  private final Map<String, Integer> firstMention = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final List<Sentence> sentences;

  Names(List<Sentence> sentences) {
    this.sentences = sentences;
    for (Sentence sentence : sentences) {
      collect(INSIDE.matcher(sentence.text()), names);
    }
    for (int i = 0; i < sentences.size(); i++) {
      for (String name : in(sentences.get(i))) {
        firstMention.putIfAbsent(name, i);
      }
    }
  }

  /// The sentences before a passage in which its names are mentioned first.
  Set<Integer> introductionsOf(Passage passage) {
    Set<Integer> introductions = new HashSet<>();
    for (int i = passage.first(); i <= passage.last(); i++) {
      for (String name : in(sentences.get(i))) {
        introductions.add(firstMention.getOrDefault(name, i));
      }
    }
    introductions.removeIf(sentence -> sentence >= passage.first());
    return introductions;
  }

  private Set<String> in(Sentence sentence) {
    Set<String> found = new HashSet<>();
    collect(WORD.matcher(sentence.text()), found);
    found.retainAll(names);
    return found;
  }

  private static void collect(Matcher matcher, Set<String> into) {
    while (matcher.find()) {
      String name = matcher.group();
      into.add(
          name.endsWith("'s") || name.endsWith("’s") ? name.substring(0, name.length() - 2) : name);
    }
  }
}
