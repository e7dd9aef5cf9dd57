package ghostwriter.transcript;

/// Which way a raw event went.
public enum Direction {
  FROM_PROVIDER("s2c"),
  TO_PROVIDER("c2s"),
  /// Never on the wire: what the caller's clock or hand adds, such as the end of a connection.
  OWN("own");

  private final String code;

  Direction(String code) {
    this.code = code;
  }

  /// How it is stored.
  public String code() {
    return code;
  }

  static Direction of(String code) {
    for (Direction direction : values()) {
      if (direction.code.equals(code)) {
        return direction;
      }
    }
    throw new IllegalArgumentException("no direction " + code);
  }
}
