package ghostwriter.realtime.interviewer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A file of language data: lines under `[headings]`, `#` for remarks.
final class Sections {
  private final Map<String, List<String>> lines = new LinkedHashMap<>();

  /// Reads a file of the interviewer's resources.
  static Sections of(String file) {
    try (var in = Sections.class.getResourceAsStream("/interviewer/en/" + file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new Sections(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sections(String text) {
    List<String> current = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        current =
            lines.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new ArrayList<>());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        current.add(line);
      }
    }
  }

  /// The lines under a heading; none where there is no such heading.
  List<String> under(String heading) {
    return lines.getOrDefault(heading, List.of());
  }

  List<String> headings() {
    return List.copyOf(lines.keySet());
  }
}
