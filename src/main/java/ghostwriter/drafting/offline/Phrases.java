package ghostwriter.drafting.offline;

import ghostwriter.drafting.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people say when they do not speak for the book: regular expressions from
/// `phrases/{name}.en.txt`. In other languages than English nothing matches.
public record Phrases(List<Pattern> patterns) {
  /// How much of a text is looked at, in characters: expressions with repetitions need stack.
  private static final int REACH = 2_000;

  public Phrases {
    patterns = List.copyOf(patterns);
  }

  public static Phrases named(String name) {
    String path = "/phrases/" + name + ".en.txt";
    try (InputStream file = Phrases.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("The program lacks its file " + path + ".");
      }
      return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean areIn(String text) {
    String plain = text.substring(0, Math.min(text.length(), REACH)).replace('’', '\'');
    return patterns.stream().anyMatch(pattern -> pattern.matcher(plain).find());
  }

  /// From where the first of them begins to where the last one ends.
  Optional<Span> in(String text) {
    String plain = text.substring(0, Math.min(text.length(), REACH)).replace('’', '\'');
    return patterns.stream()
        .map(pattern -> pattern.matcher(plain))
        .filter(Matcher::find)
        .map(found -> new Span(found.start(), found.end()))
        .reduce((a, b) -> new Span(Math.min(a.from(), b.from()), Math.max(a.to(), b.to())));
  }

  private static Phrases of(String lines) {
    return new Phrases(
        lines
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Phrases::pattern)
            .toList());
  }

  private static Pattern pattern(String line) {
    String expression =
        line.startsWith("^") ? "^[\"'“‘]?" + line.substring(1) : "(?:^|\\b)(?:" + line + ")";
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }
}
