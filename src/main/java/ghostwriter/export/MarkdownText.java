package ghostwriter.export;

import ghostwriter.document.Block;
import ghostwriter.document.Document;
import ghostwriter.document.Origin;
import ghostwriter.document.Section;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One document as Markdown: title, headings of sections that have text, blocks, and a footnote a
/// sourced block that names speaker and turn. Serves one export, by one thread.
final class MarkdownText {
  /// What would begin a footnote or HTML, behind the backslashes that only escape each other: one
  /// that a person typed must not undo ours.
  private static final Pattern LIVE =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)(\\[\\^|<(?!https?://))");

  private final String title;
  private final Document document;
  private final Map<ItemId, ConversationItem> items;
  private final Map<SessionId, String> sessions;
  private final List<String> notes = new ArrayList<>();

  MarkdownText(
      String title,
      Document document,
      Map<ItemId, ConversationItem> items,
      Map<SessionId, String> sessions) {
    this.title = title;
    this.document = document;
    this.items = items;
    this.sessions = sessions;
  }

  String text() {
    var text = new StringBuilder("# ").append(escaped(title)).append("\n");
    document.sections().stream()
        .filter(section -> !section.blocks().isEmpty())
        .forEach(section -> append(section, text));
    if (!notes.isEmpty()) {
      text.append("\n").append(String.join("\n", notes)).append("\n");
    }
    return text.toString();
  }

  private void append(Section section, StringBuilder text) {
    text.append("\n## ").append(escaped(section.heading())).append("\n");
    for (Block block : section.blocks()) {
      text.append("\n").append(markdown(block));
      String note = note(block);
      if (!note.isEmpty()) {
        notes.add("[^" + (notes.size() + 1) + "]: " + note + ".");
        text.append("[^").append(notes.size()).append("]");
      }
      text.append("\n");
    }
  }

  /// What a person typed says what the workspace shows: no reference of their own into these
  /// footnotes, no HTML.
  private static String markdown(Block block) {
    String markdown = block.content().markdown().text();
    return block.origin() == Origin.DRAFT
        ? markdown
        : LIVE.matcher(markdown).replaceAll("$1\\\\$2");
  }

  private String note(Block block) {
    String turns = note(block.content().sources());
    return switch (block.origin()) {
      case DRAFT -> turns;
      case HUMAN -> turns.isEmpty() ? "Written by hand" : "Written by hand, after " + turns;
    };
  }

  /// "Anna Berg, turns 12 and 14", by speaker and recording, in the order they are cited.
  private String note(List<Source> sources) {
    Map<String, TreeSet<Integer>> turns = new LinkedHashMap<>();
    sources.stream()
        .map(source -> items.get(source.item()))
        .filter(Objects::nonNull)
        .forEach(item -> turns.computeIfAbsent(who(item), _ -> new TreeSet<>()).add(item.turn()));
    return turns.entrySet().stream()
        .map(entry -> entry.getKey() + ", " + turns(List.copyOf(entry.getValue())))
        .collect(Collectors.joining("; "));
  }

  private String who(ConversationItem item) {
    String recording = sessions.getOrDefault(item.id().session(), "");
    String speaker = escaped(item.speaker());
    return sessions.size() > 1 ? speaker + " (" + escaped(recording) + ")" : speaker;
  }

  private static String turns(List<Integer> turns) {
    if (turns.size() == 1) {
      return "turn " + turns.getFirst();
    }
    String first =
        turns.subList(0, turns.size() - 1).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return "turns " + first + " and " + turns.getLast();
  }

  /// Plain text that a Markdown reader must show as it is.
  private static String escaped(String plain) {
    return plain.replaceAll("([\\\\`*_\\[\\]<>#|~&])", "\\\\$1").replaceAll("\\s+", " ");
  }
}
