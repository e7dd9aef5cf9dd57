package ghostwriter.drafting.claims;

import ghostwriter.drafting.Terms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The irregular verbs of English, and the nouns with a plural of their own: "sold" is "sell".
final class Verbs {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Map<String, String> PLAIN = read();

  private Verbs() {}

  /// The stem of a word's plain form.
  ///
  /// @param word in lower case
  static String plain(String word) {
    return plainOf(Terms.stem(word));
  }

  /// The same of a word that is a stem already.
  static String plainOf(String stem) {
    return PLAIN.getOrDefault(stem, stem);
  }

  private static Map<String, String> read() {
    Map<String, String> plain = new HashMap<>();
    try (InputStream file = Verbs.class.getResourceAsStream("/phrases/irregular.en.txt");
        var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> {
            List<String> forms = List.of(SPACE.split(line.strip()));
            for (String form : forms) {
              plain.putIfAbsent(Terms.stem(form), Terms.stem(forms.getFirst()));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(plain);
  }
}
