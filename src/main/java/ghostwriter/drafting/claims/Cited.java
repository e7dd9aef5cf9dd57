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
  private final Map<ItemId, ConversationItem> items;
  private final Map<ItemId, List<ConversationItem>> before;
  private final Map<BlockId, SectionId> sections = new HashMap<>();
  private final String known;

  /// @param items the items that the draft cites
  /// @param before what each of them answered
  Cited(
      Brief brief,
      Map<ItemId, ConversationItem> items,
      Map<ItemId, List<ConversationItem>> before) {
    this.items = items;
    this.before = before;
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
            before.getOrDefault(id, List.of()).forEach(turn -> asked.add(turn.text().text()));
          });
    }
    return new Testimony(said, asked);
  }
}
