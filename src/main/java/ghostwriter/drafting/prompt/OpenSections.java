package ghostwriter.drafting.prompt;

import ghostwriter.document.Block;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ItemId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/// Writes down the sections that a reply may change, and keeps by which names it calls what it
/// shows there: a turn goes by the same one in all of them.
final class OpenSections {
  private final Sheet sheet;
  private final Map<ItemId, String> turns = new HashMap<>();
  private final Map<String, Opened> opened = new LinkedHashMap<>();
  private int paragraphs;

  OpenSections(Sheet sheet) {
    this.sheet = sheet;
  }

  /// What was opened so far, by name.
  Map<String, Opened> opened() {
    return Collections.unmodifiableMap(opened);
  }

  /// @param forEvidence room for what it may cite, in tokens
  /// @param forParagraphs room for what stands there, in tokens
  void write(SectionBrief section, String name, int forEvidence, int forParagraphs) {
    sheet.open("section", name);
    Map<String, ConversationItem> cited = evidence(section, forEvidence);
    SequencedMap<String, Block> shown = paragraphs(section, forParagraphs);
    sheet.close("section");
    opened.put(name, new Opened(section, shown, cited));
  }

  private Map<String, ConversationItem> evidence(SectionBrief section, int room) {
    Map<String, ConversationItem> cited = new LinkedHashMap<>();
    try (var part = sheet.part("evidence", room)) {
      for (ConversationItem item : section.evidence()) {
        if (!part.mayHold(item.text().text())) {
          continue;
        }
        Orders.told(item.text().text())
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
    Orders.told(item.speaker()).ifPresent(speaker -> line.put("who", speaker));
    return line;
  }

  /// As many as there is room for, the last ones rather than the first.
  private SequencedMap<String, Block> paragraphs(SectionBrief section, int room) {
    List<Block> fitting = new ArrayList<>();
    int left = room;
    for (Block block : section.blocks().reversed()) {
      left -= Sheet.size(shown("b000", block));
      if (left < 0) {
        break;
      }
      fitting.addFirst(block);
    }
    var shown = new LinkedHashMap<String, Block>();
    try (var part = sheet.part("paragraphs", room)) {
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
}
