package ghostwriter.realtime.interviewer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// A client who answers out of a script: with what fits the question best, otherwise with what
/// comes next.
final class ScriptedClient {
  private static final Lexicon LEXICON = new Lexicon();
  private static final Pattern MARK = Pattern.compile("\\{([^}]+)}");

  /// Something the client has to tell.
  ///
  /// @param marks the names, places and times in it, as whoever wrote the script sees them
  record Line(List<String> keys, String words, List<String> marks) {
    private long hits(String question) {
      List<String> asked = Lexicon.words(question.toLowerCase(Locale.ROOT));
      return keys.stream()
          .map(it -> it.toLowerCase(Locale.ROOT))
          .filter(it -> !LEXICON.has("weak", it))
          .filter(asked::contains)
          .count();
    }
  }

  final List<String> sectionQuestions = new ArrayList<>();
  final List<String> openQuestions = new ArrayList<>();
  private final List<Line> unsaid = new ArrayList<>();
  private String kind = "";

  ScriptedClient(String name) {
    try (var in = ScriptedClient.class.getResourceAsStream("/interviewer/" + name)) {
      new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    if (line.startsWith("[")) {
      int end = line.indexOf(']');
      String words = line.substring(end + 1).strip();
      unsaid.add(
          new Line(
              Arrays.stream(line.substring(1, end).split(" ", -1))
                  .filter(it -> !it.isEmpty())
                  .toList(),
              MARK.matcher(words).replaceAll("$1"),
              MARK.matcher(words).results().map(found -> found.group(1)).toList()));
    } else {
      String value = line.substring(line.indexOf(':') + 1).strip();
      switch (line.substring(0, line.indexOf(':'))) {
        case "kind" -> kind = value;
        case "ask" -> sectionQuestions.add(value);
        case "open" -> openQuestions.add(value);
        default -> throw new IllegalArgumentException(line);
      }
    }
  }

  String kind() {
    return kind;
  }

  Line answer(String asked) {
    String question = asked.substring(asked.lastIndexOf(". ") + 1);
    Line best =
        unsaid.stream()
            .max(Comparator.comparingLong(line -> line.hits(question)))
            .filter(line -> line.hits(question) > 0)
            .orElseGet(unsaid::getFirst);
    unsaid.remove(best);
    return best;
  }
}
