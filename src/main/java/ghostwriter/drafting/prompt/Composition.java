package ghostwriter.drafting.prompt;

import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Todo;
import ghostwriter.vocabulary.SectionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
  private final OpenSections sections = new OpenSections(sheet);

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
    return sections.opened();
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
              Orders.told(answer).ifPresent(text -> part.add(Sheet.object().put(field, text)));
            }
          });
    }
  }

  private void outline() {
    try (var part = sheet.part("outline", OUTLINE)) {
      for (SectionBrief section : brief.sections()) {
        ObjectNode line = named(section);
        Orders.told(section.guide().question()).ifPresent(text -> line.put("asks", text));
        if (!part.add(line)) {
          part.add(named(section));
        }
      }
    }
  }

  private ObjectNode named(SectionBrief section) {
    return Sheet.object()
        .put("id", name(section.id()))
        .put("heading", Orders.told(section.heading()).orElse(""));
  }

  private void voice() {
    try (var part = sheet.part("voice", VOICE)) {
      Orders.told(brief.blueprint().getOrDefault("voiceGuardrails", ""))
          .ifPresent(text -> part.add(Sheet.object().put("guardrails", text)));
      for (Note note : brief.notes()) {
        if (note.kind() == Note.Kind.STYLE || note.kind() == Note.Kind.VOICE) {
          Orders.told(note.text().text())
              .ifPresent(text -> part.add(Sheet.object().put("note", text)));
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
        .flatMap(item -> Orders.told(item.text().text()).stream())
        .map(text -> text.length() <= MAX_SAMPLE ? text : text.substring(0, MAX_SAMPLE) + "…")
        .toList();
  }

  private void notes() {
    try (var part = sheet.part("notes", NOTES)) {
      for (Note note : brief.notes().reversed()) {
        boolean tells = note.kind() == Note.Kind.FACT || note.kind() == Note.Kind.STORY;
        if (tells && part.mayHold(note.text().text())) {
          Orders.told(note.text().text()).ifPresent(text -> part.add(StringNode.valueOf(text)));
        }
      }
    }
  }

  private void questions() {
    try (var part = sheet.part("questions", QUESTIONS)) {
      for (Todo todo : brief.todos().reversed()) {
        Orders.told(todo.text().text())
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
      Orders.told(brief.summary().text()).ifPresent(text -> part.add(StringNode.valueOf(text)));
    }
  }

  /// A section that is done over needs most room for what stands there, another for what is new.
  private void section(SectionBrief section, int share) {
    int forParagraphs = brief.refinement().isPresent() ? share / 2 : share / 3;
    sections.write(section, name(section.id()), share - forParagraphs, forParagraphs);
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
        wishes.forEach((key, value) ->
            Orders.told(value).ifPresent(text -> part.add(Sheet.object().put(key, text))));
      }
    }
  }
}
