package ghostwriter.drafting;

import ghostwriter.document.Block;
import ghostwriter.document.Document;
import ghostwriter.document.Edit;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.JobKind;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One section to be done over.
///
/// @param instruction what somebody asked to be done to it
public record Refinement(SectionId section, Words instruction) {
  /// What a job asks for; empty where it is an update.
  static Optional<Refinement> of(DraftJob job) {
    return job.kind() == JobKind.REFINE
        ? Optional.of(
            new Refinement(
                SectionId.of(String.valueOf(job.promptContext().get("section"))),
                new Words(String.valueOf(job.promptContext().get("instruction")))))
        : Optional.empty();
  }

  /// Those of a draft's edits that change this section and no other.
  ///
  /// @param base the version that the edits are against
  List<Edit> within(Document base, List<Edit> edits) {
    Set<BlockId> own = new HashSet<>();
    base.sections().stream()
        .filter(it -> it.id().equals(section))
        .flatMap(it -> it.blocks().stream())
        .map(Block::id)
        .forEach(own::add);
    List<Edit> within = new ArrayList<>();
    for (Edit edit : edits) {
      if (isWithin(edit, own)) {
        within.add(edit);
      }
    }
    return within;
  }

  /// @param own the section's blocks, to which an insert adds its own
  private boolean isWithin(Edit edit, Set<BlockId> own) {
    return switch (edit) {
      case Edit.Insert insert -> insert.section().equals(section) && own.add(insert.block());
      case Edit.Replace replace -> own.contains(replace.block());
      case Edit.Remove remove -> own.contains(remove.block());
      case Edit.Move move -> own.contains(move.block()) && move.section().equals(section);
      default -> false;
    };
  }
}
