package ghostwriter.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Urgency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All the news there is. Component names are the names on the wire (`docs/http.md`, The feed).
public sealed interface ProjectEvent {
  record RecordingAdded(SessionId sessionId, int items, int words) implements ProjectEvent {}

  /// Somebody put an item's words right.
  record ItemCorrected(SessionId sessionId, String itemId, int revision) implements ProjectEvent {}

  /// A field of the blueprint has another answer.
  record BlueprintChanged(String field) implements ProjectEvent {}

  record BlueprintCommitted() implements ProjectEvent {}

  record DraftQueued(JobId jobId, Urgency urgency) implements ProjectEvent {}

  record DraftStarted(JobId jobId, int attempts) implements ProjectEvent {}

  /// Somebody withdrew a draft that waited or was at work.
  record DraftCancelled(JobId jobId) implements ProjectEvent {}

  /// How a draft ended, sent once a job: `completed` or `error`.
  ///
  /// @param error why it failed, for people; null where it did not
  /// @param reason the same in a word for programs, such as `budget`
  /// @param usage what the model used, as JSON
  record DraftProgress(
      JobId jobId,
      ProjectId projectId,
      String status,
      @Nullable String summary,
      @Nullable String error,
      @Nullable String reason,
      List<SectionId> sections,
      int attempts,
      Instant createdAt,
      @Nullable Instant startedAt,
      Instant completedAt,
      @Nullable Long durationMs,
      @Nullable @JsonRawValue String usage)
      implements ProjectEvent {}

  /// @param origin `human` or `draft`
  /// @param sections that changed
  /// @param outline all sections as they stand now, in order
  record DocumentChanged(
      int version, String origin, List<SectionId> sections, List<Heading> outline)
      implements ProjectEvent {
    public DocumentChanged {
      sections = List.copyOf(sections);
      outline = List.copyOf(outline);
    }

    /// @param written whether there is text under it
    public record Heading(String heading, boolean written) {}
  }

  /// A person said how a section is worked on; its text is as it was.
  ///
  /// @param state `drafting`, `needs_review` or `approved`
  record SectionChanged(SectionId sectionId, String state, boolean locked)
      implements ProjectEvent {}

  /// @param open how many proposals wait for a decision now
  record ProposalsChanged(int open) implements ProjectEvent {}

  record TodosChanged() implements ProjectEvent {}

  record NotesChanged() implements ProjectEvent {}

  /// The kind on the wire: the record's name with a small first letter.
  default String kind() {
    return kindOf(getClass());
  }

  static String kindOf(Class<? extends ProjectEvent> event) {
    String name = event.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
