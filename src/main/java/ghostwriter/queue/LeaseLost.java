package ghostwriter.queue;

/// The job is not this worker's any more: somebody else has claimed it, or it was taken away. The
/// transaction must roll back; nothing is left to do.
public final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1;

  LeaseLost(DraftJob job) {
    super("job " + job.id() + " is no longer held at epoch " + job.epoch());
  }
}
