package ghostwriter.drafting.prompt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The form of a reply as a JSON schema, in the strict subset: every object closed, every field
/// required. Names are lists of those that there are, the cheapest check of a citation.
final class ReplySchema {
  static final String START = "start";
  static final String END = "end";

  private record Field(String name, ObjectNode schema) {}

  private ReplySchema() {}

  /// @param sections the names of all sections, for questions
  static ObjectNode of(Map<String, Opened> opened, Collection<String> sections) {
    ObjectNode section =
        object(
            new Field("id", oneOf(opened.keySet())),
            new Field("edits", list(edit(opened.values()))));
    ObjectNode question =
        object(new Field("section", oneOf(sections)), new Field("text", ofType("string")));
    return object(
        new Field("sections", list(section)),
        new Field("questions", list(question)),
        new Field("summary", ofType("string")));
  }

  private static ObjectNode edit(Collection<Opened> opened) {
    List<String> shown = names(opened.stream().map(Opened::paragraphs));
    List<String> turns = names(opened.stream().map(Opened::turns));
    List<String> changeable =
        opened.stream()
            .flatMap(section ->
                section.paragraphs().keySet().stream()
                    .filter(name -> section.changeable(name).isPresent()))
            .toList();
    List<String> places = new ArrayList<>(List.of(START, END));
    places.addAll(shown);
    List<String> ops =
        changeable.isEmpty() ? List.of("insert") : List.of("insert", "replace", "remove");
    return object(
        new Field("op", oneOf(ops)),
        new Field("block", orNull(changeable)),
        new Field("at", orNull(places)),
        new Field("kind", oneOf(List.of("paragraph", "list", "quote"))),
        new Field("markdown", ofType("string")),
        new Field("connective", ofType("boolean")),
        new Field("sources", list(turns.isEmpty() ? ofType("string") : oneOf(turns))));
  }

  private static List<String> names(Stream<? extends Map<String, ?>> all) {
    return all.flatMap(named -> named.keySet().stream()).distinct().toList();
  }

  private static ObjectNode ofType(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static ObjectNode oneOf(Collection<String> names) {
    ObjectNode one = ofType("string");
    ArrayNode values = one.putArray("enum");
    names.forEach(values::add);
    return one;
  }

  private static ObjectNode orNull(Collection<String> names) {
    if (names.isEmpty()) {
      return ofType("null");
    }
    ObjectNode either = JsonNodeFactory.instance.objectNode();
    either.putArray("anyOf").add(oneOf(names)).add(ofType("null"));
    return either;
  }

  private static ObjectNode list(ObjectNode items) {
    ObjectNode list = ofType("array");
    list.set("items", items);
    return list;
  }

  private static ObjectNode object(Field... fields) {
    ObjectNode object = ofType("object");
    ObjectNode properties = object.putObject("properties");
    ArrayNode required = object.putArray("required");
    for (Field field : fields) {
      properties.set(field.name(), field.schema());
      required.add(field.name());
    }
    return object.put("additionalProperties", false);
  }
}
