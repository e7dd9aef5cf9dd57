package ghostwriter.interview;

import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the assistant is told in each mode, and which tools it has there: text files under
/// `interview/`, read once.
final class Instructions {
  private final Map<Mode, String> texts = new EnumMap<>(Mode.class);
  private final Map<Mode, List<ToolSchema>> tools = new EnumMap<>(Mode.class);

  Instructions(JsonMapper json) {
    JsonNode schemas = json.readTree(resource("tools.json"));
    for (Mode mode : Mode.values()) {
      texts.put(mode, resource(mode.code() + ".txt").strip());
      tools.put(mode, tools(mode, schemas));
    }
  }

  /// @param state what is known by now, as a JSON object
  LineCommand.Configure configure(Mode mode, String state) {
    String text = texts.get(mode) + "\n\n```json STATE\n" + state + "\n```\n";
    return new LineCommand.Configure(new Words(text), tools.getOrDefault(mode, List.of()));
  }

  private static List<ToolSchema> tools(Mode mode, JsonNode schemas) {
    List<ToolSchema> own = new ArrayList<>();
    for (JsonNode schema : schemas) {
      if (schema
          .path("modes")
          .valueStream()
          .anyMatch(word -> word.asString("").equals(mode.code()))) {
        own.add(
            new ToolSchema(
                schema.path("name").asString(""),
                schema.path("description").asString(""),
                schema.path("parameters").toString()));
      }
    }
    return own;
  }

  private static String resource(String name) {
    try (InputStream file = Instructions.class.getResourceAsStream("/interview/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The program lacks its file interview/" + name + ".");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
