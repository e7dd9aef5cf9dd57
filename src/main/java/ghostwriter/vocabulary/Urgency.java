package ghostwriter.vocabulary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How soon a draft is wanted. The order of the constants is the order of urgency.
public enum Urgency {
  LOW(0),
  NORMAL(1),
  HIGH(2);

  private final int level;

  Urgency(int level) {
    this.level = level;
  }

  /// The number the database keeps and sorts by.
  public int level() {
    return level;
  }

  /// The urgency of a number the database kept.
  public static Urgency ofLevel(int level) {
    return switch (level) {
      case 0 -> LOW;
      case 1 -> NORMAL;
      case 2 -> HIGH;
      default -> throw new IllegalArgumentException("There is no urgency " + level + ".");
    };
  }

  /// The word on the wire.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The more urgent of the two.
  public Urgency or(Urgency other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
