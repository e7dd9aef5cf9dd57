package ghostwriter.queue;

/// A job that went well, and how.
public record Ended(DraftJob job, Finish finish) {}
