package ghostwriter.drafting.prompt;

import ghostwriter.document.Block;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.drafting.Answer.Question;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one reply. A server may not have held the model to the schema, so that nothing is taken
/// for granted; what is missing and has only one sensible value may be missing.
final class ReplyReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MAX_EDITS = 200;
  private static final int MAX_QUESTIONS = 12;
  private static final int MAX_LINE = 600;

  /// Why a reply is of no use.
  private static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Unusable(String fault) {
      super(fault, null, false, false);
    }
  }

  private final Map<String, Opened> opened;
  private final Map<String, SectionId> sections = new HashMap<>();
  private final Supplier<BlockId> ids;
  private final Prose prose;
  private final List<Edit> edits = new ArrayList<>();
  private final Set<BlockId> changed = new HashSet<>();

  /// The last paragraph that was inserted behind one, by its place.
  private final Map<Place, BlockId> last = new HashMap<>();

  private record Place(SectionId section, @Nullable BlockId after) {}

  ReplyReader(
      Map<String, Opened> opened,
      Map<SectionId, String> names,
      Locale language,
      Supplier<BlockId> ids) {
    this.opened = opened;
    this.ids = ids;
    this.prose = new Prose(language, said(opened));
    names.forEach((section, name) -> sections.put(name, section));
  }

  private static String said(Map<String, Opened> opened) {
    return opened.values().stream()
        .flatMap(section -> section.turns().values().stream())
        .map(item -> item.text().text())
        .collect(Collectors.joining("\n"));
  }

  Reading read(String reply) {
    try {
      JsonNode answer = object(reply);
      for (JsonNode section : list(answer, "sections")) {
        read(section);
      }
      return new Reading.Usable(
          edits, questions(answer), new Words(line(answer, "summary", "The summary")));
    } catch (Unusable unusable) {
      return new Reading.Faulty(String.valueOf(unusable.getMessage()));
    }
  }

  /// Some models put marks or thoughts around the object.
  private static JsonNode object(String reply) {
    String text = reply.substring(Math.max(0, reply.lastIndexOf("</think>")));
    int from = text.indexOf('{');
    int to = text.lastIndexOf('}');
    if (from < 0 || to < from) {
      throw new Unusable("It holds no JSON object.");
    }
    try {
      JsonNode object = JSON.readTree(text.substring(from, to + 1));
      requireStorable(reply, object);
      return object;
    } catch (JacksonException e) {
      throw new Unusable("It is not valid JSON.");
    }
  }

  /// The database takes neither NUL nor half of a character.
  private static void requireStorable(String reply, JsonNode object) {
    boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(object.toString());
    if (!whole || reply.indexOf('\0') >= 0) {
      throw new Unusable("It holds characters that are none.");
    }
  }

  private static JsonNode list(JsonNode node, String field) {
    JsonNode list = node.path(field);
    if (!list.isArray()) {
      throw new Unusable("\"%s\" must be a list.".formatted(field));
    }
    return list;
  }

  private void read(JsonNode section) {
    String name = section.path("id").asString("");
    Opened open = opened.get(name);
    if (open == null) {
      throw new Unusable("Section %s is not one that may be changed.".formatted(harmless(name)));
    }
    for (JsonNode edit : list(section, "edits")) {
      edits.add(edit(edit, open, name));
    }
    if (edits.size() > MAX_EDITS) {
      throw new Unusable("It holds far too many edits.");
    }
  }

  private Edit edit(JsonNode edit, Opened open, String section) {
    return switch (edit.path("op").asString("")) {
      case "insert" -> insert(edit, open, section);
      case "replace" -> new Edit.Replace(changeable(edit, open), content(edit, open, section));
      case "remove" -> new Edit.Remove(changeable(edit, open));
      default -> throw new Unusable("\"op\" must be insert, replace or remove.");
    };
  }

  private Edit insert(JsonNode edit, Opened open, String section) {
    Content content = content(edit, open, section);
    var place = new Place(open.section().id(), after(edit, open, section));
    BlockId after = last.getOrDefault(place, place.after());
    BlockId block = ids.get();
    last.put(place, block);
    return new Edit.Insert(place.section(), after, block, content);
  }

  private static @Nullable BlockId after(JsonNode edit, Opened open, String section) {
    String at = edit.path("at").asString(ReplySchema.END);
    List<Block> blocks = open.section().blocks();
    return switch (at) {
      case ReplySchema.START -> null;
      case ReplySchema.END -> blocks.isEmpty() ? null : blocks.getLast().id();
      default -> {
        Block block = open.paragraphs().get(at);
        if (block == null) {
          throw new Unusable("%s is no paragraph of section %s.".formatted(harmless(at), section));
        }
        yield block.id();
      }
    };
  }

  private BlockId changeable(JsonNode edit, Opened open) {
    String name = edit.path("block").asString("");
    BlockId block =
        open.changeable(name)
            .orElseThrow(() ->
                new Unusable(
                    "%s is no paragraph of that section that may be changed."
                        .formatted(harmless(name))))
            .id();
    if (!changed.add(block)) {
      throw new Unusable("%s is changed twice.".formatted(harmless(name)));
    }
    return block;
  }

  private Content content(JsonNode edit, Opened open, String section) {
    String markdown = edit.path("markdown").asString("");
    BlockKind kind = kind(edit.path("kind").asString("paragraph"));
    List<ConversationItem> cited = cited(edit, open, section);
    if (cited.isEmpty() && !edit.path("connective").asBoolean(false)) {
      throw new Unusable("A paragraph of section %s names no source.".formatted(section));
    }
    prose
        .fault(kind, markdown, cited)
        .ifPresent(fault -> {
          throw new Unusable("A paragraph of section %s %s.".formatted(section, fault));
        });
    return prose.content(kind, markdown, cited);
  }

  private static BlockKind kind(String name) {
    return switch (name) {
      case "paragraph" -> BlockKind.PARAGRAPH;
      case "list" -> BlockKind.LIST;
      case "quote" -> BlockKind.QUOTE;
      default -> throw new Unusable("\"kind\" must be paragraph, list or quote.");
    };
  }

  private static List<ConversationItem> cited(JsonNode edit, Opened open, String section) {
    List<ConversationItem> cited = new ArrayList<>();
    for (JsonNode source : edit.path("sources")) {
      ConversationItem turn = open.turns().get(source.asString(""));
      if (turn == null) {
        throw new Unusable(
            "%s is no turn of the evidence of section %s."
                .formatted(harmless(source.asString("")), section));
      }
      if (!cited.contains(turn)) {
        cited.add(turn);
      }
    }
    return cited;
  }

  private List<Question> questions(JsonNode answer) {
    List<Question> questions = new ArrayList<>();
    for (JsonNode question : answer.path("questions")) {
      SectionId section = sections.get(question.path("section").asString(""));
      String text = line(question, "text", "A question");
      if (section == null || text.isBlank()) {
        throw new Unusable("A question needs a section that there is, and a text.");
      }
      questions.add(new Question(section, new Words(text)));
    }
    return questions.stream().limit(MAX_QUESTIONS).toList();
  }

  private static String line(JsonNode node, String field, String what) {
    String text = node.path(field).asString("");
    boolean odd = text.length() > MAX_LINE || text.chars().anyMatch(Character::isISOControl);
    if (odd || Orders.areIn(text)) {
      throw new Unusable(what + " is not one plain sentence about the book.");
    }
    return text;
  }

  /// A name as it may be told again; what looks otherwise could be words of anybody's.
  private static String harmless(String name) {
    return name.matches("[a-z]\\d{1,5}") ? name : "Something";
  }
}
