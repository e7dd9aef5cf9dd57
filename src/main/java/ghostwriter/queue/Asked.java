package ghostwriter.queue;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a job was asked for, by one request or by several merged ones.
record Asked(
    Urgency urgency,
    Words summary,
    List<ItemId> messagePointers,
    List<TranscriptAnchor> transcriptAnchors,
    Map<String, Object> promptContext) {

  static Asked by(DraftRequest request) {
    return new Asked(
        request.urgency(),
        request.summary(),
        request.messagePointers(),
        request.transcriptAnchors(),
        request.promptContext());
  }

  /// A request for an update that asks for this.
  DraftRequest as(ProjectId project, Optional<SessionId> session) {
    return new DraftRequest(
        project, session, urgency, summary, messagePointers, transcriptAnchors, promptContext);
  }

  /// Both together: all pointers, the highest urgency, the newest summary and context.
  Asked and(Asked newer) {
    Map<String, Object> context = new LinkedHashMap<>(promptContext);
    context.putAll(newer.promptContext);
    return new Asked(
        urgency.or(newer.urgency),
        newer.summary.isBlank() ? summary : newer.summary,
        union(messagePointers, newer.messagePointers),
        union(transcriptAnchors, newer.transcriptAnchors),
        context);
  }

  /// The same, pointing also to what a repetition points to.
  Asked pointingTo(Asked repetition) {
    return new Asked(
        urgency,
        summary,
        union(messagePointers, repetition.messagePointers),
        union(transcriptAnchors, repetition.transcriptAnchors),
        promptContext);
  }

  Asked asUrgentAs(Asked other) {
    return new Asked(
        urgency.or(other.urgency), summary, messagePointers, transcriptAnchors, promptContext);
  }

  boolean pointsSomewhere() {
    return !messagePointers.isEmpty() || !transcriptAnchors.isEmpty();
  }

  boolean pointsToAllOf(Asked other) {
    return new HashSet<>(messagePointers).containsAll(other.messagePointers)
        && new HashSet<>(transcriptAnchors).containsAll(other.transcriptAnchors);
  }

  private static <T> List<T> union(List<T> first, List<T> second) {
    Set<T> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return new ArrayList<>(all);
  }
}
