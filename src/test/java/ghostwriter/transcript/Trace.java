package ghostwriter.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A recorded session.
record Trace(String name, List<RawEvent> events) {
  private static final Path FOLDER = Path.of("src/test/resources/traces");
  private static final Instant BEGIN = Instant.parse("2026-08-01T10:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static List<Trace> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .sorted()
          .map(Trace::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Trace named(String name) {
    return read(FOLDER.resolve(name + ".jsonl"));
  }

  private static Trace read(Path file) {
    try {
      List<RawEvent> events = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        events.add(event(JSON.readTree(line), events.size()));
      }
      return new Trace(file.getFileName().toString().replace(".jsonl", ""), events);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawEvent event(JsonNode line, int number) {
    return RawEvent.of(
        1, Direction.of(line.path("dir").asString()), BEGIN.plusMillis(number), line.path("event"));
  }

  @Override
  public String toString() {
    return name;
  }
}
