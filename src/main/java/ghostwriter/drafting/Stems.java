package ghostwriter.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;

/// Words cut to their stems, for the languages Snowball (Porter 2001) knows; in others as they
/// stand.
final class Stems {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private static final Map<String, ALGORITHM> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("ar", ALGORITHM.ARABIC),
          Map.entry("ca", ALGORITHM.CATALAN),
          Map.entry("da", ALGORITHM.DANISH),
          Map.entry("nl", ALGORITHM.DUTCH),
          Map.entry("fi", ALGORITHM.FINNISH),
          Map.entry("fr", ALGORITHM.FRENCH),
          Map.entry("de", ALGORITHM.GERMAN),
          Map.entry("el", ALGORITHM.GREEK),
          Map.entry("hu", ALGORITHM.HUNGARIAN),
          Map.entry("id", ALGORITHM.INDONESIAN),
          Map.entry("ga", ALGORITHM.IRISH),
          Map.entry("it", ALGORITHM.ITALIAN),
          Map.entry("no", ALGORITHM.NORWEGIAN),
          Map.entry("nb", ALGORITHM.NORWEGIAN),
          Map.entry("nn", ALGORITHM.NORWEGIAN),
          Map.entry("pt", ALGORITHM.PORTUGUESE),
          Map.entry("ro", ALGORITHM.ROMANIAN),
          Map.entry("ru", ALGORITHM.RUSSIAN),
          Map.entry("es", ALGORITHM.SPANISH),
          Map.entry("sv", ALGORITHM.SWEDISH),
          Map.entry("tr", ALGORITHM.TURKISH));

  private Stems() {}

  static List<String> of(String text, Locale language) {
    List<String> words =
        WORD.matcher(text.toLowerCase(language))
            .results()
            .map(found -> found.group())
            .collect(Collectors.toCollection(ArrayList::new));
    // A stemmer keeps state, so each text gets its own.
    Optional.ofNullable(BY_LANGUAGE.get(language.getLanguage()))
        .map(SnowballStemmer::new)
        .ifPresent(stemmer -> words.replaceAll(word -> stemmer.stem(word).toString()));
    return words;
  }
}
