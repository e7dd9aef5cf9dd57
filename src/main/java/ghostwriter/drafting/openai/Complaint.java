package ghostwriter.drafting.openai;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a provider says went wrong, in the words it has for it: its code first, then its type.
record Complaint(List<String> words) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Complaint NONE = new Complaint(List.of());

  Complaint {
    words = List.copyOf(words);
  }

  /// Reads an error's body: an object with `error` in it, whatever a server means by that, or
  /// anything else.
  static Complaint in(String body) {
    try {
      return of(JSON.readTree(body).path("error"));
    } catch (JacksonException e) {
      return NONE;
    }
  }

  /// @param error `{code, type, message}`; some servers give a bare string, which is for people
  static Complaint of(JsonNode error) {
    return new Complaint(
        Stream.of(error.path("code"), error.path("type"))
            .filter(JsonNode::isString)
            .map(JsonNode::asString)
            .filter(word -> !word.isBlank())
            .toList());
  }
}
