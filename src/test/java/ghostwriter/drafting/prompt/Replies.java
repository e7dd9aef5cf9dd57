package ghostwriter.drafting.prompt;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Parts of what a model might reply.
public final class Replies {
  private static final JsonMapper JSON = new JsonMapper();

  private Replies() {}

  public static String insert(
      String at, String markdown, boolean connective, List<String> sources) {
    ObjectNode edit = JsonNodeFactory.instance.objectNode();
    edit.put("op", "insert").putNull("block").put("at", at).put("kind", "paragraph");
    edit.put("markdown", markdown).put("connective", connective);
    ArrayNode cited = edit.putArray("sources");
    sources.forEach(cited::add);
    return JSON.writeValueAsString(edit);
  }

  /// A whole reply that puts one paragraph into a section.
  public static String inserting(String section, String markdown, String source) {
    return whole(section, insert("end", markdown, false, List.of(source)), "I wrote it down.");
  }

  public static String whole(String section, String edits, String summary) {
    return "{\"sections\": [{\"id\": \"%s\", \"edits\": [%s]}], \"questions\": [], \"summary\": \"%s\"}"
        .formatted(section, edits, summary);
  }
}
