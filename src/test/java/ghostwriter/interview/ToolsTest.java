package ghostwriter.interview;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.transcript.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tools as they are offered: one set, the same for every provider, and none for the document.
class ToolsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)` \\| ([^|]*) \\| [^|]* \\| [^|]* \\|$", Pattern.MULTILINE);
  private static final Pattern PARAMETER = Pattern.compile("`(\\w+)`(\\\\\\*)?");

  private final Instructions instructions = new Instructions(JSON);

  @Test
  void theBuiltInInterviewerAndTheHouseMeanTheSameTools() throws IOException {
    String page = Files.readString(Path.of("docs/engine.md"));
    Map<String, String> told = new TreeMap<>();
    ROW.matcher(page.substring(page.indexOf("### Tools")))
        .results()
        .forEach(row -> told.put(row.group(1), told(row.group(2))));

    Map<String, String> offered = new TreeMap<>();
    for (Mode mode : Mode.values()) {
      tools(mode).forEach(tool -> offered.put(tool.name(), offered(tool)));
    }

    assertThat(told).hasSize(9).isEqualTo(offered);
  }

  private static String told(String cell) {
    return PARAMETER
        .matcher(cell)
        .results()
        .map(found -> found.group(1) + (found.group(2) == null ? "" : "*"))
        .sorted()
        .collect(joining(" "));
  }

  private static String offered(ToolSchema tool) {
    JsonNode schema = JSON.readTree(tool.parameters());
    List<String> required =
        schema.path("required").valueStream().map(name -> name.asString()).toList();
    return schema.path("properties").propertyNames().stream()
        .map(name -> required.contains(name) ? name + "*" : name)
        .sorted()
        .collect(joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "SELECTING, list_projects create_project assign_project_to_session",
    "INTAKE, sync_blueprint_field commit_blueprint",
    "GHOSTWRITING, sync_blueprint_field create_note update_todo_status record_transcript_pointer queue_draft_update"
  })
  void eachModeOffersItsOwnTools(Mode mode, String names) {
    assertThat(tools(mode)).extracting(ToolSchema::name).containsExactly(names.split(" ", -1));
  }

  /// A word of any program that could let the assistant write in the document is looked for in all
  /// that is shipped.
  @Test
  void thereIsNoToolForTheDocumentAnywhere() {
    List<String> shipped = shipped();

    assertThat(shipped).hasSizeGreaterThan(200).noneMatch(text -> text.contains("apply_document"));
    for (Mode mode : Mode.values()) {
      assertThat(tools(mode))
          .extracting(ToolSchema::name)
          .noneMatch(name -> name.matches(".*(document|edit|section|block|version|publish).*"));
    }
  }

  private List<ToolSchema> tools(Mode mode) {
    return instructions.configure(mode, "{}").tools();
  }

  private static List<String> shipped() {
    return Stream.of("src/main", "src/workspace/src")
        .map(Path::of)
        .flatMap(ToolsTest::files)
        .map(ToolsTest::text)
        .toList();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
