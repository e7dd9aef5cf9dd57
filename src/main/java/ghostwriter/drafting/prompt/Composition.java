package ghostwriter.drafting.prompt;

import ghostwriter.document.Block;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Todo;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.SectionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Writes what changes from book to book and from job to job, the more lasting first.
final class Composition {
  private static final int BOOK = 1_500;
  private static final int OUTLINE = 2_500;
  private static final int VOICE = 700;
  private static final int NOTES = 1_200;
  private static final int QUESTIONS = 600;
  private static final int LAST = 200;
  private static final int TASK = 800;

  /// What all but the sections take at most, tags and rules included.
  static final int FRAME = 10_000;

  /// Where the part begins that differs from job to job.
  static final String CHANGING = "<voice>";

  private static final int SAMPLES = 3;
  private static final int SAMPLE_WORDS = 15;
  private static final int MAX_SAMPLE = 500;

  private final Brief brief;
  private final int room;
  private final Sheet sheet = new Sheet();
  private final Map<SectionId, String> names = new LinkedHashMap<>();
  private final Map<ItemId, String> turns = new HashMap<>();
  private final Map<String, Opened> opened = new LinkedHashMap<>();
  private int paragraphs;

  /// @param room for all opened sections together, in tokens
  Composition(Brief brief, int room) {
    this.brief = brief;
    this.room = room;
    for (SectionBrief section : brief.sections()) {
      names.put(section.id(), "s" + (names.size() + 1));
    }
  }

  /// Which sections a reply may change, by the names they have in the prompt.
  Map<String, Opened> opened() {
    return Collections.unmodifiableMap(opened);
  }

  Map<SectionId, String> names() {
    return Collections.unmodifiableMap(names);
  }

  private String name(SectionId section) {
    return Objects.requireNonNull(names.get(section), "a section that is in the brief");
  }

  String write() {
    book();
    outline();
    voice();
    notes();
    questions();
    last();
    List<SectionBrief> open = brief.sections().stream().filter(this::isOpen).toList();
    open.forEach(section -> section(section, room / open.size()));
    task();
    return sheet.toString();
  }

  private boolean isOpen(SectionBrief section) {
    boolean concerned =
        brief
            .refinement()
            .map(task -> task.section().equals(section.id()))
            .orElse(!section.evidence().isEmpty());
    return concerned && !section.locked();
  }

  private void book() {
    try (var part = sheet.part("book", BOOK)) {
      Locale language = brief.language();
      part.add(
          Sheet.object()
              .put("language", language.toLanguageTag())
              .put("called", language.getDisplayLanguage(Locale.ENGLISH)));
      new TreeMap<>(brief.blueprint())
          .forEach((field, answer) -> {
            if (!field.equals("voiceGuardrails")) {
              told(answer).ifPresent(text -> part.add(Sheet.object().put(field, text)));
            }
          });
    }
  }

  private void outline() {
    try (var part = sheet.part("outline", OUTLINE)) {
      for (SectionBrief section : brief.sections()) {
        ObjectNode line = named(section);
        told(section.guide().question()).ifPresent(text -> line.put("asks", text));
        if (!part.add(line)) {
          part.add(named(section));
        }
      }
    }
  }

  private ObjectNode named(SectionBrief section) {
    return Sheet.object()
        .put("id", name(section.id()))
        .put("heading", told(section.heading()).orElse(""));
  }

  private void voice() {
    try (var part = sheet.part("voice", VOICE)) {
      told(brief.blueprint().getOrDefault("voiceGuardrails", ""))
          .ifPresent(text -> part.add(Sheet.object().put("guardrails", text)));
      for (Note note : brief.notes()) {
        if (note.kind() == Note.Kind.STYLE || note.kind() == Note.Kind.VOICE) {
          told(note.text().text()).ifPresent(text -> part.add(Sheet.object().put("note", text)));
        }
      }
      samples().forEach(text -> part.add(Sheet.object().put("sample", text)));
    }
  }

  /// The first turns in which the client tells something.
  private List<String> samples() {
    return brief.material().stream()
        .filter(item -> item.client() && item.text().count() >= SAMPLE_WORDS)
        .limit(SAMPLES)
        .flatMap(item -> told(item.text().text()).stream())
        .map(text -> text.length() <= MAX_SAMPLE ? text : text.substring(0, MAX_SAMPLE) + "…")
        .toList();
  }

  private void notes() {
    try (var part = sheet.part("notes", NOTES)) {
      for (Note note : brief.notes().reversed()) {
        boolean tells = note.kind() == Note.Kind.FACT || note.kind() == Note.Kind.STORY;
        if (tells && part.mayHold(note.text().text())) {
          told(note.text().text()).ifPresent(text -> part.add(StringNode.valueOf(text)));
        }
      }
    }
  }

  private void questions() {
    try (var part = sheet.part("questions", QUESTIONS)) {
      for (Todo todo : brief.todos().reversed()) {
        told(todo.text().text())
            .ifPresent(text -> {
              ObjectNode line = Sheet.object();
              todo.section().map(names::get).ifPresent(name -> line.put("section", name));
              part.add(line.put("text", text));
            });
      }
    }
  }

  private void last() {
    try (var part = sheet.part("last", LAST)) {
      told(brief.summary().text()).ifPresent(text -> part.add(StringNode.valueOf(text)));
    }
  }

  /// A section that is done over needs most room for what stands there, another for what is new.
  private void section(SectionBrief section, int share) {
    String name = name(section.id());
    int forParagraphs = brief.refinement().isPresent() ? share / 2 : share / 3;
    sheet.open("section", name);
    Map<String, ConversationItem> cited = evidence(section, share - forParagraphs);
    SequencedMap<String, Block> shown = paragraphs(section, forParagraphs);
    sheet.close("section");
    opened.put(name, new Opened(section, shown, cited));
  }

  private Map<String, ConversationItem> evidence(SectionBrief section, int share) {
    Map<String, ConversationItem> cited = new LinkedHashMap<>();
    try (var part = sheet.part("evidence", share)) {
      for (ConversationItem item : section.evidence()) {
        if (!part.mayHold(item.text().text())) {
          continue;
        }
        told(item.text().text())
            .ifPresent(text -> {
              if (item.client()) {
                cite(item, text, part).ifPresent(name -> cited.put(name, item));
              } else {
                part.add(who(item).put("asked", text));
              }
            });
      }
    }
    return cited;
  }

  private Optional<String> cite(ConversationItem item, String text, Sheet.Part part) {
    String known = turns.get(item.id());
    if (known != null) {
      return part.add(Sheet.object().put("id", known).put("as", "above"))
          ? Optional.of(known)
          : Optional.empty();
    }
    String name = "t" + (turns.size() + 1);
    ObjectNode line = Sheet.object().put("id", name);
    line.setAll(who(item));
    if (!part.add(line.put("said", text))) {
      return Optional.empty();
    }
    turns.put(item.id(), name);
    return Optional.of(name);
  }

  private static ObjectNode who(ConversationItem item) {
    ObjectNode line = Sheet.object();
    told(item.speaker()).ifPresent(speaker -> line.put("who", speaker));
    return line;
  }

  /// As many as there is room for, the last ones rather than the first.
  private SequencedMap<String, Block> paragraphs(SectionBrief section, int share) {
    List<Block> fitting = new ArrayList<>();
    int left = share;
    for (Block block : section.blocks().reversed()) {
      left -= Sheet.size(shown("b000", block));
      if (left < 0) {
        break;
      }
      fitting.addFirst(block);
    }
    var shown = new LinkedHashMap<String, Block>();
    try (var part = sheet.part("paragraphs", share)) {
      int hidden = section.blocks().size() - fitting.size();
      if (hidden > 0) {
        part.add(Sheet.object().put("before", hidden + " paragraphs that are not shown"));
      }
      for (Block block : fitting) {
        String name = "b" + ++paragraphs;
        if (part.add(shown(name, block))) {
          shown.put(name, block);
        }
      }
    }
    return shown;
  }

  private static ObjectNode shown(String name, Block block) {
    ObjectNode line = Sheet.object().put("id", name);
    line.put("kind", block.content().kind().name().toLowerCase(Locale.ROOT));
    String text = block.content().markdown().text();
    return block.touched()
        ? line.put("by", "person").put("text", Orders.out(text))
        : line.put("text", text);
  }

  private void task() {
    brief
        .refinement()
        .ifPresentOrElse(
            task -> {
              sheet.say(
                  "Do section %s over, and no other, as the instruction below asks, as far as the rules and the evidence allow it.\n"
                      .formatted(name(task.section())));
              try (var part = sheet.part("instruction", TASK)) {
                part.add(StringNode.valueOf(task.instruction().text()));
              }
            },
            () -> sheet.say("Bring what the evidence adds into the sections given above.\n"));
    if (brief.targetWords() > 0) {
      sheet.say("Add about %d words in all.\n".formatted(brief.targetWords()));
    }
    wish();
    sheet.say("Now answer with the JSON object.\n");
  }

  /// What the request said about the task beside that.
  private void wish() {
    Map<String, String> wishes = new TreeMap<>();
    brief
        .context()
        .forEach((key, value) -> {
          boolean told = key.equals("section") || key.equals("instruction") || key.equals("length");
          if (!told && (value instanceof String || value instanceof Number)) {
            wishes.put(key, String.valueOf(value));
          }
        });
    if (!wishes.isEmpty()) {
      try (var part = sheet.part("wish", TASK / 4)) {
        wishes.forEach(
            (key, value) -> told(value).ifPresent(text -> part.add(Sheet.object().put(key, text))));
      }
    }
  }

  /// What may be told of a text; empty where there is nothing.
  private static Optional<String> told(String text) {
    return Optional.of(Orders.out(text)).filter(Orders::saysMore);
  }
}
