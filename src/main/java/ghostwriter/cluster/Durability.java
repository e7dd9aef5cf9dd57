package ghostwriter.cluster;

/// What a commit in the embedded cluster survives.
public enum Durability {
  /// Also a power failure. The only choice for a client's words.
  DURABLE,
  /// Only the end of the process: several times faster, for tests that throw the cluster away.
  THROWAWAY
}
