package ghostwriter.web;

import ghostwriter.account.Role;
import ghostwriter.document.Documents.Head;
import ghostwriter.project.Project;
import ghostwriter.queue.JobRecord;
import ghostwriter.transcript.Transcripts.Extent;
import ghostwriter.vocabulary.ProjectId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A project with what a list or a header tells of it.
///
/// @param notice what people should know before they rely on it, one sentence; null where there is
///   nothing
record ProjectView(
    ProjectId id,
    String title,
    String kind,
    String language,
    String role,
    Instant createdAt,
    int sessions,
    int items,
    int words,
    DocumentMark document,
    @Nullable JobView latestJob,
    @Nullable String notice) {

  record DocumentMark(int version, String summary) {}

  static ProjectView of(
      Project project,
      Role role,
      Extent extent,
      Head document,
      Optional<JobRecord> latestJob,
      Optional<String> notice) {
    return new ProjectView(
        project.id(),
        project.title(),
        project.kind(),
        project.language().toLanguageTag(),
        role.name().toLowerCase(Locale.ROOT),
        project.createdAt(),
        extent.sessions(),
        extent.items(),
        extent.words(),
        new DocumentMark(document.version(), document.summary().text()),
        latestJob.map(JobView::of).orElse(null),
        notice.orElse(null));
  }
}
