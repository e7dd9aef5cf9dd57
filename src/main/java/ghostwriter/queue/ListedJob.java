package ghostwriter.queue;

import ghostwriter.vocabulary.ProjectId;

/// A job among those of all projects.
public record ListedJob(ProjectId project, JobRecord job) {}
