package ghostwriter.vocabulary;

/// How soon a draft is wanted. The order of the constants is the order of urgency.
public enum Urgency {
  LOW,
  NORMAL,
  HIGH;

  public Urgency or(Urgency other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
