package ghostwriter.interview.openai;

import ghostwriter.interview.LineEvent.Down;
import java.util.Set;

/// Why a line was lost, in a sentence, and whether trying again can help.
final class LostLine {
  private static final Set<String> FOR_GOOD =
      Set.of("invalid_api_key", "insufficient_quota", "model_not_found", "beta_api_shape_disabled");

  private LostLine() {}

  /// @param status the HTTP status of the handshake; 0 where there was no answer
  static Down atHandshake(int status) {
    return switch (status) {
      case 401, 403 ->
          new Down(
              true, "The interviewer refused the server's key; tell the operator to renew it.");
      case 404 ->
          new Down(true, "The interviewer's model or address is unknown; tell the operator.");
      case 429 -> new Down(false, "The interviewer is busy; trying again.");
      default -> new Down(false, "The interviewer does not answer; trying again.");
    };
  }

  static Down atClose(int status, String lastComplaint) {
    if (lastComplaint.equals("insufficient_quota")) {
      return new Down(true, "The interviewer's account has run out of credit; tell the operator.");
    }
    return FOR_GOOD.contains(lastComplaint) || status == 4000
        ? new Down(true, "The interviewer refuses this server; tell the operator.")
        : broken();
  }

  static Down broken() {
    return new Down(false, "The connection to the interviewer was lost; connecting again.");
  }
}
