import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers a drafting prompt as a model does, in the form that is asked for: of what is new in a section's evidence a
/// share of the words becomes paragraphs at its end, word by word, each turn in one section.
final class Pen {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern SECTION = Pattern.compile("<section id=\"(s\\d+)\">\n<evidence>\n(.*?)</evidence>", Pattern.DOTALL);
  private static final int PARAGRAPH = 90;

  /// What could be taken for a link or a heading may not be written.
  private static final Pattern PLAIN = Pattern.compile("[^<\\[\\]#]*");

  private final double share;
  private double owed;

  /// @param share of the words told that is written, from 0 to 1
  Pen(double share) {
    this.share = share;
  }

  /// @param told the sentences that are new
  String reply(String prompt, Set<String> told) {
    ObjectNode reply = JSON.createObjectNode();
    ArrayNode sections = reply.putArray("sections");
    Map<String, String> turns = new HashMap<>();
    Set<String> written = new HashSet<>();
    Matcher section = SECTION.matcher(prompt);
    while (section.find()) {
      List<ObjectNode> edits = edits(section.group(2), told, turns, written);
      if (!edits.isEmpty()) {
        sections.addObject().put("id", section.group(1)).putArray("edits").addAll(edits);
      }
    }
    question(reply.putArray("questions"), prompt);
    return JSON.writeValueAsString(reply.put("summary", "I added what you told me to what stood there about those days."));
  }

  private static void question(ArrayNode questions, String prompt) {
    Matcher section = SECTION.matcher(prompt);
    if (section.find()) {
      questions.addObject().put("section", section.group(1)).put("text", "Who else was there in those days, and what did they say to you?");
    }
  }

  /// @param turns what was said, by the names the prompt gives; a turn that is told "above" has its words there
  private List<ObjectNode> edits(String evidence, Set<String> told, Map<String, String> turns, Set<String> written) {
    List<ObjectNode> edits = new ArrayList<>();
    Map<String, String> picked = new LinkedHashMap<>();
    for (String line : evidence.lines().toList()) {
      JsonNode turn = JSON.readTree(line);
      String id = turn.path("id").asString("");
      if (turn.has("said")) {
        turns.put(id, turn.path("said").asString());
      }
      String said = turns.getOrDefault(id, "");
      if (told.contains(said) && written.add(id) && isDue(said)) {
        picked.put(id, said);
      }
      if (new Words(String.join(" ", picked.values())).count() >= PARAGRAPH) {
        edits.add(insert(picked));
        picked.clear();
      }
    }
    if (!picked.isEmpty()) {
      edits.add(insert(picked));
    }
    return edits;
  }

  /// Every turn adds its share to what is to be written; it is written where that has come up to it.
  private boolean isDue(String said) {
    if (!PLAIN.matcher(said).matches()) {
      return false;
    }
    int words = new Words(said).count();
    owed += words * share;
    boolean due = owed >= words / 2.0;
    owed -= due ? words : 0;
    return due;
  }

  private static ObjectNode insert(Map<String, String> picked) {
    ObjectNode edit = JSON.createObjectNode();
    edit.put("op", "insert").putNull("block").put("at", "end").put("kind", "paragraph");
    edit.put("markdown", String.join(" ", picked.values())).put("connective", false);
    picked.keySet().forEach(edit.putArray("sources")::add);
    return edit;
  }
}
