package ghostwriter.drafting.openai;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Why there is no answer.
///
/// @param code the provider's word for it, made harmless; empty where it has none
/// @param after how long to wait before asking again, where the provider says so
/// @param passing whether asking again may help
record Fault(Kind kind, String code, Optional<Duration> after, boolean passing) {
  enum Kind {
    /// It has too much to do.
    BUSY,
    /// Nobody answered, or the answer broke off.
    DOWN,
    /// Somebody must pay first.
    CREDIT,
    /// The server's key opens nothing.
    KEY,
    /// There is no such model or address.
    MODEL,
    /// There is more in the request than the model can read.
    TOO_LONG,
    /// Its rules forbid such a request.
    POLICY,
    /// The provider does not understand the request.
    REQUEST
  }

  private static final int MAX_CODE = 60;
  private static final Set<String> BILLING =
      Set.of(
          "insufficient_quota",
          "credit_balance_exhausted",
          "billing_hard_limit_reached",
          "billing_not_active",
          "organization_spend_limit_exceeded",
          "project_spend_limit_exceeded",
          "organization_usage_limit_exceeded");
  private static final Set<String> BUSY =
      Set.of("rate_limit_exceeded", "slow_down", "server_is_overloaded", "rate_limit_error");
  private static final Set<String> KEY = Set.of("invalid_api_key", "account_deactivated");
  private static final Set<String> POLICY =
      Set.of("invalid_prompt", "bio_policy", "content_policy_violation", "content_filter");
  private static final int TOO_MANY = 429;
  private static final int OVERLOADED = 503;
  private static final Set<Integer> PASSING = Set.of(408, 409, 425, TOO_MANY);
  private static final Set<Integer> NO_ENTRY = Set.of(401, 403);
  private static final Set<Integer> NO_SUCH = Set.of(404, 405, 410);

  static Fault down(String code) {
    return new Fault(Kind.DOWN, code, Optional.empty(), true);
  }

  /// What a provider says within an answer that began well.
  static Fault within(Complaint complaint) {
    Kind kind = byWord(complaint).orElse(Kind.DOWN);
    return new Fault(kind, code(complaint), Optional.empty(), passes(kind));
  }

  /// @param after what the headers say of when to ask again
  /// @param advice what they say of whether to
  static Fault of(
      int status, Complaint complaint, Optional<Duration> after, Optional<Boolean> advice) {
    Kind kind = byWord(complaint).orElseGet(() -> byStatus(status));
    boolean passing = passes(kind) && (PASSING.contains(status) || status >= 500 || status == 200);
    // Whoever has no credit is not asked again, whatever the provider's headers advise.
    return new Fault(kind, code(complaint), after, kind != Kind.CREDIT && advice.orElse(passing));
  }

  private static Optional<Kind> byWord(Complaint complaint) {
    return complaint.words().stream().flatMap(word -> byWord(word).stream()).findFirst();
  }

  private static Optional<Kind> byWord(String word) {
    if (BILLING.contains(word)) {
      return Optional.of(Kind.CREDIT);
    }
    if (BUSY.contains(word)) {
      return Optional.of(Kind.BUSY);
    }
    if (KEY.contains(word)) {
      return Optional.of(Kind.KEY);
    }
    if (POLICY.contains(word)) {
      return Optional.of(Kind.POLICY);
    }
    return switch (word) {
      case "context_length_exceeded" -> Optional.of(Kind.TOO_LONG);
      case "model_not_found" -> Optional.of(Kind.MODEL);
      default -> Optional.empty();
    };
  }

  private static Kind byStatus(int status) {
    if (status == TOO_MANY || status == OVERLOADED) {
      return Kind.BUSY;
    }
    if (NO_ENTRY.contains(status)) {
      return Kind.KEY;
    }
    if (NO_SUCH.contains(status)) {
      return Kind.MODEL;
    }
    return status >= 500 || status < 400 || PASSING.contains(status) ? Kind.DOWN : Kind.REQUEST;
  }

  private static boolean passes(Kind kind) {
    return kind == Kind.BUSY || kind == Kind.DOWN;
  }

  /// Codes are words of the provider's own; anything else might be words of the client's.
  private static String code(Complaint complaint) {
    return complaint.words().stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() <= MAX_CODE && word.matches("[a-z0-9_.-]+"))
        .findFirst()
        .orElse("");
  }
}
