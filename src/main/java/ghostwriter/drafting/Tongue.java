package ghostwriter.drafting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which language a text is in, told by its script, or where that is Latin by its little words:
/// "the and of", "der und nicht". It would rather not know than be wrong.
public final class Tongue {
  /// Fewer words tell nothing.
  private static final int FEW = 10;

  /// The share of little words that is enough to know a language by; half of what is said are such.
  private static final double ENOUGH = 0.25;

  /// So much more often than any other language's words, its own must stand there.
  private static final double LEAD = 1.5;

  private static final double MOST = 0.6;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Map<String, Set<String>> LITTLE_WORDS = read();

  /// Which one another is taken for.
  private static final Map<String, String> ONE_WITH = Map.of("da", "nb", "no", "nb", "nn", "nb");

  private Tongue() {}

  /// Whether a text was written in another language than what it was written from was said in.
  /// Where that is not certain, it was not.
  ///
  /// @param meant the language that it was to be written in
  public static boolean differs(String written, Locale meant, String said) {
    Optional<String> spoken = of(said);
    Optional<String> own = of(written).or(() -> of(meant));
    return spoken.isPresent() && own.isPresent() && !spoken.equals(own);
  }

  /// A code for the language, or for the script where that tells enough; empty where it is not
  /// certain.
  static Optional<String> of(String text) {
    Optional<UnicodeScript> script = script(text);
    return script.filter(UnicodeScript.LATIN::equals).isPresent()
        ? inLatin(text)
        : script.map(UnicodeScript::name);
  }

  /// Empty where its little words are not known.
  private static Optional<String> of(Locale language) {
    String code = language.getLanguage();
    return Optional.of(ONE_WITH.getOrDefault(code, code)).filter(LITTLE_WORDS::containsKey);
  }

  private static Optional<UnicodeScript> script(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    return letters.entrySet().stream()
        .filter(entry -> all >= FEW && entry.getValue() > MOST * all)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Optional<String> inLatin(String text) {
    List<String> words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(found -> found.group()).toList();
    String best = "";
    double most = 0;
    double next = 0;
    for (var language : LITTLE_WORDS.entrySet()) {
      double share =
          (double) words.stream().filter(language.getValue()::contains).count() / words.size();
      if (share > most) {
        best = language.getKey();
        next = most;
        most = share;
      } else {
        next = Math.max(next, share);
      }
    }
    boolean certain = words.size() >= FEW && most >= ENOUGH && most >= LEAD * next;
    return certain ? Optional.of(best) : Optional.empty();
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> words = new HashMap<>();
    try (InputStream file = Tongue.class.getResourceAsStream("/languages/little-words.txt");
        var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split(" ")))
          .forEach(line -> words.put(line.getFirst(), Set.copyOf(line.subList(1, line.size()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(words);
  }
}
