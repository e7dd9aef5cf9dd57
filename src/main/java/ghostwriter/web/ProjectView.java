package ghostwriter.web;

import ghostwriter.vocabulary.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A project with what a list or a header tells of it.
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
    @Nullable JobView latestJob) {

  record DocumentMark(int version, String summary) {}
}
