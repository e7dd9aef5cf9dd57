package ghostwriter.drafting;

import ghostwriter.document.Block;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Todo;
import ghostwriter.project.BookKind.OutlineEntry;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Everything a draft is made from, as it stood in one snapshot.
///
/// @param blueprint the blueprint's answers by field name
/// @param material the new part of the conversation in order, or all of it for a refinement,
///   everybody's turns; only items marked `client` are evidence, the others tell what was being
///   answered. It grows with what was said; what has a bound are the sections' packs
/// @param notes the newest of the notebook, oldest first
/// @param todos the newest that are open, questions among them, oldest first
/// @param summary what the last draft said of itself, in one sentence; empty before the first
/// @param context what the request said about the task, such as its `mode` and `instruction`
/// @param targetWords how many words the run may add; 0 leaves it to the drafter
/// @param refinement the one section to do over; empty for an update
public record Brief(
    Locale language,
    Map<String, String> blueprint,
    List<SectionBrief> sections,
    List<ConversationItem> material,
    List<Note> notes,
    List<Todo> todos,
    Words summary,
    Map<String, Object> context,
    int targetWords,
    Optional<Refinement> refinement) {
  public Brief {
    blueprint = Map.copyOf(blueprint);
    sections = List.copyOf(sections);
    material = List.copyOf(material);
    notes = List.copyOf(notes);
    todos = List.copyOf(todos);
    context = Map.copyOf(context);
  }

  /// For an update of a book without notebook and earlier drafts.
  public Brief(
      Locale language,
      Map<String, String> blueprint,
      List<SectionBrief> sections,
      List<ConversationItem> material,
      int targetWords) {
    this(
        language,
        blueprint,
        sections,
        material,
        List.of(),
        List.of(),
        Words.NONE,
        Map.of(),
        targetWords,
        Optional.empty());
  }

  /// The same with other sections.
  public Brief with(List<SectionBrief> others) {
    return with(others, material);
  }

  /// The same with other sections, about other material.
  public Brief with(List<SectionBrief> others, List<ConversationItem> said) {
    return new Brief(
        language, blueprint, others, said, notes, todos, summary, context, targetWords, refinement);
  }

  /// One section as it stands.
  ///
  /// @param guide what belongs there
  /// @param evidence the section's pack, in the order of the conversation: the client's turns that
  ///   it may cite, and between them others' that tell what was being answered; empty where nothing
  ///   that is to be drafted concerns it, and then it gets no prose
  /// @param locked whether drafts leave it alone
  public record SectionBrief(
      SectionId id,
      String heading,
      OutlineEntry guide,
      List<Block> blocks,
      List<ConversationItem> evidence,
      boolean locked) {
    public SectionBrief {
      blocks = List.copyOf(blocks);
      evidence = List.copyOf(evidence);
    }

    /// A section that nothing concerns.
    public SectionBrief(SectionId id, String heading, OutlineEntry guide, List<Block> blocks) {
      this(id, heading, guide, blocks, List.of(), false);
    }

    /// The same with this pack.
    public SectionBrief with(List<ConversationItem> pack) {
      return new SectionBrief(id, heading, guide, blocks, pack, locked);
    }
  }
}
