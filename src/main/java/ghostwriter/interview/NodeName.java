package ghostwriter.interview;

/// What a node goes by, the same after a restart: its next life takes its sessions over at once. No
/// two nodes on one database share a name.
public record NodeName(String text) {
  public NodeName {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a node needs a name");
    }
  }
}
