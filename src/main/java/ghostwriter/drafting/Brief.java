package ghostwriter.drafting;

import ghostwriter.document.Block;
import ghostwriter.project.BookKind.OutlineEntry;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.SectionId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Everything a draft is made from, read in one snapshot.
///
/// @param blueprint the blueprint's answers by field name
/// @param material the new part of the conversation in order, or all of it for a refinement,
///   everybody's turns; only items marked `client` are evidence, the others tell what was being
///   answered
/// @param targetWords how many words the run may add; 0 leaves it to the drafter
/// @param refinement the one section to do over; empty for an update
public record Brief(
    Locale language,
    Map<String, String> blueprint,
    List<SectionBrief> sections,
    List<ConversationItem> material,
    int targetWords,
    Optional<Refinement> refinement) {
  public Brief {
    blueprint = Map.copyOf(blueprint);
    sections = List.copyOf(sections);
    material = List.copyOf(material);
  }

  /// For an update.
  public Brief(
      Locale language,
      Map<String, String> blueprint,
      List<SectionBrief> sections,
      List<ConversationItem> material,
      int targetWords) {
    this(language, blueprint, sections, material, targetWords, Optional.empty());
  }

  /// One section as it stands.
  ///
  /// @param guide what belongs there
  public record SectionBrief(SectionId id, String heading, OutlineEntry guide, List<Block> blocks) {
    public SectionBrief {
      blocks = List.copyOf(blocks);
    }
  }
}
