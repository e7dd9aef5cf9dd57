package ghostwriter.drafting.claims;

import ghostwriter.document.Block;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What was said at a block's sources.
final class Cited {
  /// How many turns before an answer may tell what was asked.
  private static final int BEFORE = 2;

  private final Map<ItemId, ConversationItem> items;
  private final List<ConversationItem> material;
  private final Map<ItemId, Integer> places = new HashMap<>();
  private final Map<BlockId, SectionId> sections = new HashMap<>();
  private final String known;

  /// @param items the items that the draft cites
  Cited(Brief brief, Map<ItemId, ConversationItem> items) {
    this.items = items;
    this.material = brief.material();
    for (int i = 0; i < material.size(); i++) {
      places.put(material.get(i).id(), i);
    }
    for (SectionBrief section : brief.sections()) {
      for (Block block : section.blocks()) {
        sections.put(block.id(), section.id());
      }
    }
    this.known = known(brief);
  }

  private static String known(Brief brief) {
    List<String> known = new ArrayList<>(brief.blueprint().values());
    brief.sections().forEach(section -> known.add(section.heading()));
    return String.join("\n", known);
  }

  /// The section of a block that stands.
  Optional<SectionId> sectionOf(BlockId block) {
    return Optional.ofNullable(sections.get(block));
  }

  Testimony testimony(List<Source> sources) {
    Set<ItemId> cited = sources.stream().map(Source::item).collect(Collectors.toSet());
    List<String> said = new ArrayList<>();
    List<String> asked = new ArrayList<>(List.of(known));
    for (ItemId id : cited) {
      Optional.ofNullable(items.get(id))
          .ifPresent(item -> {
            said.add(item.text().text());
            asked.add(item.speaker());
            asked.addAll(before(id));
          });
    }
    return new Testimony(said, asked);
  }

  private List<String> before(ItemId id) {
    int place = places.getOrDefault(id, 0);
    return material.subList(Math.max(0, place - BEFORE), place).stream()
        .map(item -> item.text().text())
        .toList();
  }
}
