package ghostwriter.queue;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import java.util.Optional;

/// A job among those of all projects.
///
/// @param mergedInto the job that took it in; it is cancelled then, but by nobody
public record ListedJob(ProjectId project, JobRecord job, Optional<JobId> mergedInto) {}
