package ghostwriter.drafting.prompt;

import ghostwriter.drafting.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A text in the making: parts between tags, each with room for so many tokens.
final class Sheet {
  private static final JsonMapper JSON = new JsonMapper();

  private static final int MANY = 8;

  /// Hardly any token has more.
  private static final int MOST_CHARACTERS = 12;

  private final StringBuilder text = new StringBuilder();

  /// One part; what does not fit into it is left out.
  final class Part implements AutoCloseable {
    private final String tag;
    private int room;
    private int refused;

    private Part(String tag, String attributes, int room) {
      this.tag = tag;
      this.room = room;
      text.append('<').append(tag).append(attributes).append(">\n");
    }

    /// Whether a text may have room: where many had none, or it is far too long, it need not be
    /// looked at.
    boolean mayHold(String text) {
      return refused < MANY && text.length() / MOST_CHARACTERS <= room;
    }

    /// @return whether there was room for it
    boolean add(JsonNode value) {
      String line = line(value);
      // Counting takes time: what is far too long is not counted.
      int tokens = line.length() / MOST_CHARACTERS > room ? Integer.MAX_VALUE : Tokens.of(line);
      if (tokens > room) {
        refused++;
        return false;
      }
      room -= tokens;
      text.append(line);
      return true;
    }

    @Override
    public void close() {
      text.append("</").append(tag).append(">\n");
    }
  }

  Part part(String tag, int room) {
    return new Part(tag, "", room);
  }

  void open(String tag, String id) {
    text.append('<').append(tag).append(" id=\"").append(id).append("\">\n");
  }

  void close(String tag) {
    text.append("</").append(tag).append(">\n");
  }

  /// The program's own words.
  void say(String words) {
    text.append(words);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static int size(JsonNode value) {
    return Tokens.of(line(value));
  }

  /// No tag can begin inside of a value: its mark is written in another way, which JSON allows.
  private static String line(JsonNode value) {
    return JSON.writeValueAsString(value).replace("<", "\\u003c") + "\n";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
