package ghostwriter.drafting.evidence;

/// What a text means, as a direction in a model's space. It is kept as one byte a dimension, which
/// moves a likeness by less than 0.01.
public final class Meaning {
  private final byte[] direction;
  private final double length;

  private Meaning(byte[] direction) {
    this.direction = direction;
    double squares = 0;
    for (byte part : direction) {
      squares += part * part;
    }
    length = Math.max(1, Math.sqrt(squares));
  }

  static Meaning of(float[] vector) {
    float highest = 1e-9f;
    for (float part : vector) {
      highest = Math.max(highest, Math.abs(part));
    }
    byte[] direction = new byte[vector.length];
    for (int i = 0; i < vector.length; i++) {
      direction[i] = (byte) Math.round(vector[i] / highest * Byte.MAX_VALUE);
    }
    return new Meaning(direction);
  }

  static Meaning of(byte[] bytes) {
    return new Meaning(bytes.clone());
  }

  byte[] bytes() {
    return direction.clone();
  }

  /// The cosine of the angle between two meanings of one model, from -1 to 1.
  public double likeness(Meaning other) {
    int product = 0;
    for (int i = 0; i < direction.length; i++) {
      product += direction[i] * other.direction[i];
    }
    return product / (length * other.length);
  }
}
