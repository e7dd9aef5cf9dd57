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
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the assistant is told in each mode, and which tools it has there: files under `interview/`,
/// read once. A mode's own text comes first, then what holds in all of them, then `STATE`.
final class Instructions {
  /// The fence itself, and the ends of lines that JSON leaves as they are.
  private static final Pattern ENDS_A_BLOCK = Pattern.compile("[`\\u0085\\u2028\\u2029]");

  private final Map<Mode, String> texts = new EnumMap<>(Mode.class);
  private final Map<Mode, List<ToolSchema>> tools = new EnumMap<>(Mode.class);

  Instructions(JsonMapper json) {
    JsonNode schemas = json.readTree(resource("tools.json"));
    String manners = resource("manners.txt").strip();
    for (Mode mode : Mode.values()) {
      texts.put(mode, resource(mode.code() + ".txt").strip() + "\n\n" + manners);
      tools.put(mode, tools(mode, schemas));
    }
  }

  /// @param state what is known by now, as a JSON object
  LineCommand.Configure configure(Mode mode, String state) {
    String text = texts.get(mode) + "\n\n```STATE\n" + enclosed(state) + "\n```\n";
    return new LineCommand.Configure(new Words(text), tools.getOrDefault(mode, List.of()));
  }

  /// Nothing in it can end the block or look like another one: outside its strings JSON has none of
  /// these signs, and inside them it may spell them out.
  private static String enclosed(String state) {
    return ENDS_A_BLOCK
        .matcher(state)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
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
