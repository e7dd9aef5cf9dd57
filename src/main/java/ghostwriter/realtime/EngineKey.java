package ghostwriter.realtime;

/// The word that opens the engine. Whoever starts the engine supplies it; `toString` keeps it.
public record EngineKey(String text) {
  private static final int SHORTEST = 8;

  public EngineKey {
    if (text.length() < SHORTEST) {
      throw new IllegalArgumentException("an engine key has at least 8 characters");
    }
  }

  @Override
  public String toString() {
    return "EngineKey[…]";
  }
}
