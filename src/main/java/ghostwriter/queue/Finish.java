package ghostwriter.queue;

import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.List;

/// A run that went well.
///
/// @param summary one sentence on what was done
/// @param through how far the transcript was read, as JSON
/// @param usage what the model used, as JSON
/// @param sections which sections changed
/// @param newer whether the transcript holds settled turns beyond `through`
public record Finish(
    Words summary, String through, String usage, List<SectionId> sections, boolean newer) {
  public Finish {
    sections = List.copyOf(sections);
  }
}
