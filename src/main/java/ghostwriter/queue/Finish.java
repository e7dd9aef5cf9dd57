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
/// @param unread whether some of them were there before and had no room: another update reads on
public record Finish(
    Words summary,
    String through,
    String usage,
    List<SectionId> sections,
    boolean newer,
    boolean unread) {
  public Finish {
    sections = List.copyOf(sections);
  }

  /// For a run that has read all there was.
  public Finish(
      Words summary, String through, String usage, List<SectionId> sections, boolean newer) {
    this(summary, through, usage, sections, newer, false);
  }
}
