package ghostwriter.queue;

import java.util.UUID;

/// Names one start of one worker process: never used again, so that a successor is not taken for
/// the dead.
public record WorkerId(UUID value) {}
