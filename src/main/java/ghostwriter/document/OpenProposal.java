package ghostwriter.document;

import ghostwriter.vocabulary.SectionId;
import java.util.List;
import java.util.Optional;

/// A proposal as it would be read beside the document that stands.
///
/// @param section where it would be placed; empty where that is gone
/// @param heading of its section, as it was last
/// @param before what it would change, as that stands now or stood last; empty where it brings
///   something new
/// @param isPlaceable whether it has a place in the document as it stands
/// @param parts both wordings, compared word by word
public record OpenProposal(
    Proposal proposal,
    Optional<SectionId> section,
    String heading,
    Optional<Content> before,
    boolean isPlaceable,
    List<Part> parts) {
  public OpenProposal {
    parts = List.copyOf(parts);
  }

  /// What it would say; empty where it writes nothing.
  public Optional<Content> proposed() {
    return proposal.edit().wording();
  }
}
