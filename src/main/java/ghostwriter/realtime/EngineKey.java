package ghostwriter.realtime;

/// The word that opens the engine. Whoever starts the engine supplies it; `toString` keeps it.
public record EngineKey(String text) {
  private static final int SHORTEST = 8;

  public EngineKey {
    if (text.length() < SHORTEST || !text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException("an engine key has 8 or more printable ASCII characters");
    }
  }

  @Override
  public String toString() {
    return "EngineKey[…]";
  }
}
