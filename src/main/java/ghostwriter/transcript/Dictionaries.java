package ghostwriter.transcript;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The database's text search configurations: which one knows a language's word forms. The list is
/// that of the column `item.search`.
final class Dictionaries {
  /// Words as they stand.
  private static final String SIMPLE = "simple";

  private static final Map<String, String> BY_LANGUAGE =
      Stream.of(
              "ar arabic",
              "hy armenian",
              "eu basque",
              "ca catalan",
              "da danish",
              "nl dutch",
              "en english",
              "fi finnish",
              "fr french",
              "de german",
              "el greek",
              "hi hindi",
              "hu hungarian",
              "id indonesian",
              "ga irish",
              "it italian",
              "lt lithuanian",
              "ne nepali",
              "no norwegian",
              "nb norwegian",
              "nn norwegian",
              "pt portuguese",
              "ro romanian",
              "ru russian",
              "sr serbian",
              "es spanish",
              "sv swedish",
              "ta tamil",
              "tr turkish",
              "yi yiddish")
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

  private Dictionaries() {}

  static String of(Locale language) {
    return BY_LANGUAGE.getOrDefault(language.getLanguage(), SIMPLE);
  }
}
