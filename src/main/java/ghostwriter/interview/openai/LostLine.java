package ghostwriter.interview.openai;

import ghostwriter.interview.LineEvent.Down;
import java.util.Set;

/// Why a line was lost, in a sentence, and whether trying again can help.
final class LostLine {
  private static final Set<String> OUT_OF_CREDIT =
      Set.of("insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached");
  private static final Set<String> WRONG_KEY = Set.of("invalid_api_key", "account_deactivated");
  private static final Set<String> REFUSAL =
      Set.of("beta_api_shape_disabled", "unsupported_country_region_territory");
  private static final Set<Integer> PASSING = Set.of(408, 409, 425, 429);
  private static final int BETA_CLOSE = 4000;

  private static final Down NO_CREDIT =
      new Down(true, "The interviewer's account has run out of credit; tell the operator.");
  private static final Down NO_ENTRY =
      new Down(true, "The interviewer refused the server's key; tell the operator to renew it.");
  private static final Down NO_MODEL =
      new Down(true, "The interviewer's model or address is unknown; tell the operator.");
  private static final Down REFUSES =
      new Down(true, "The interviewer refuses this server; tell the operator.");
  private static final Down BUSY = new Down(false, "The interviewer is busy; trying again.");
  private static final Down UNREACHABLE =
      new Down(false, "The interviewer does not answer; trying again.");
  private static final Down BROKEN =
      new Down(false, "The connection to the interviewer was lost; connecting again.");
  private static final Down EXPIRED =
      new Down(false, "The interviewer's session was at its end; connecting again.");

  private LostLine() {}

  /// @param status the HTTP status of the handshake
  /// @param code the provider's word for it; `unknown` where there was none
  static Down atHandshake(int status, String code) {
    if (isHopeless(code)) {
      return because(code);
    }
    return switch (status) {
      case 401, 403 -> NO_ENTRY;
      case 404 -> NO_MODEL;
      case 429 -> BUSY;
      default -> status >= 500 || PASSING.contains(status) ? UNREACHABLE : REFUSES;
    };
  }

  /// Nobody answered in time.
  static Down unreachable() {
    return UNREACHABLE;
  }

  /// Whether the line is of no use after such a complaint, open or not.
  static boolean isHopeless(String code) {
    return OUT_OF_CREDIT.contains(code)
        || WRONG_KEY.contains(code)
        || REFUSAL.contains(code)
        || code.equals("model_not_found");
  }

  /// @param complaint the provider's last one; empty where there was none
  static Down because(String complaint) {
    if (OUT_OF_CREDIT.contains(complaint)) {
      return NO_CREDIT;
    }
    if (WRONG_KEY.contains(complaint)) {
      return NO_ENTRY;
    }
    if (REFUSAL.contains(complaint)) {
      return REFUSES;
    }
    return switch (complaint) {
      case "model_not_found" -> NO_MODEL;
      case "session_expired" -> EXPIRED;
      case "rate_limit_exceeded" -> BUSY;
      default -> BROKEN;
    };
  }

  /// @param status of the provider's farewell
  static Down atClose(int status, String complaint) {
    return status == BETA_CLOSE ? REFUSES : because(complaint);
  }
}
