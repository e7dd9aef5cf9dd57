package ghostwriter.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people say when they do not speak for the book: regular expressions from
/// `phrases/{name}.en.txt`. In other languages than English nothing matches.
public final class Phrases {
  /// How much of a text is looked at, in characters: expressions with repetitions need stack.
  private static final int REACH = 2_000;

  private final List<Pattern> patterns;

  /// All of them at once: most texts hold none, and are gone through once then.
  private final Pattern any;

  private Phrases(List<String> lines) {
    this.patterns = lines.stream().map(line -> compiled(expression(line))).toList();
    Stream<String> inside = lines.stream().filter(line -> !line.startsWith("^"));
    Stream<String> first = lines.stream().filter(line -> line.startsWith("^"));
    String joined = inside.map(line -> "(?:" + line + ")").collect(Collectors.joining("|"));
    this.any =
        compiled(
            Stream.concat(
                    joined.isEmpty() ? Stream.of() : Stream.of(expression(joined)),
                    first.map(line -> "(?:" + expression(line) + ")"))
                .collect(Collectors.joining("|")));
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
    return any.matcher(plain).find();
  }

  /// From where the first of them begins to where the last one ends.
  public Optional<Span> in(String text) {
    String plain = text.substring(0, Math.min(text.length(), REACH)).replace('’', '\'');
    return patterns.stream()
        .map(pattern -> pattern.matcher(plain))
        .filter(Matcher::find)
        .map(found -> new Span(found.start(), found.end()))
        .reduce((a, b) -> new Span(Math.min(a.from(), b.from()), Math.max(a.to(), b.to())));
  }

  private static Phrases of(String lines) {
    return new Phrases(
        lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
  }

  private static String expression(String line) {
    return line.startsWith("^") ? "^[\"'“‘]?" + line.substring(1) : "(?:^|\\b)(?:" + line + ")";
  }

  private static Pattern compiled(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }
}
