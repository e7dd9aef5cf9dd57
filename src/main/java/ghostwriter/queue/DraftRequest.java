package ghostwriter.queue;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Sha256;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks for a draft.
///
/// @param session where the wish came from, if from a conversation
/// @param summary what the draft should bring in; no summary counts as the empty one
/// @param promptContext what shapes the task: `mode`, `section`, `instruction`, `length`
public record DraftRequest(
    JobKind kind,
    ProjectId project,
    Optional<SessionId> session,
    Urgency urgency,
    Words summary,
    List<ItemId> messagePointers,
    List<TranscriptAnchor> transcriptAnchors,
    Map<String, Object> promptContext) {
  public DraftRequest {
    messagePointers = List.copyOf(messagePointers);
    transcriptAnchors = List.copyOf(transcriptAnchors);
    promptContext = Map.copyOf(promptContext);
  }

  /// A request for an update.
  public DraftRequest(
      ProjectId project,
      Optional<SessionId> session,
      Urgency urgency,
      Words summary,
      List<ItemId> messagePointers,
      List<TranscriptAnchor> transcriptAnchors,
      Map<String, Object> promptContext) {
    this(
        JobKind.UPDATE,
        project,
        session,
        urgency,
        summary,
        messagePointers,
        transcriptAnchors,
        promptContext);
  }

  /// Asks for one section to be done over, at once: somebody waits for it.
  ///
  /// @param instruction what to do to it
  public static DraftRequest refine(ProjectId project, SectionId section, Words instruction) {
    return new DraftRequest(
        JobKind.REFINE,
        project,
        Optional.empty(),
        Urgency.HIGH,
        instruction,
        List.of(),
        List.of(),
        Map.of(
            "mode", JobKind.REFINE.word(),
            "section", section.toString(),
            "instruction", instruction.text()));
  }

  /// A request that only says how soon.
  public static DraftRequest of(ProjectId project, Urgency urgency, Words summary) {
    return new DraftRequest(
        project, Optional.empty(), urgency, summary, List.of(), List.of(), Map.of());
  }

  /// The same, as urgent as this.
  DraftRequest as(Urgency urgency) {
    return new DraftRequest(
        kind,
        project,
        session,
        urgency,
        summary,
        messagePointers,
        transcriptAnchors,
        promptContext);
  }

  /// What makes two requests of a project the same.
  byte[] summaryHash() {
    return Sha256.of(summary.text().strip());
  }
}
