package ghostwriter.realtime.protocol;

import org.jspecify.annotations.Nullable;

/// An event that cannot be done as asked. It changes nothing; the client is told in an `error`
/// event.
public final class ProtocolError extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 64;

  private final String code;
  private final @Nullable String param;

  ProtocolError(String code, @Nullable String param, String message) {
    super(message, null, false, false);
    this.code = code;
    this.param = param;
  }

  static ProtocolError missing(String param) {
    return new ProtocolError(
        "missing_required_parameter", param, "Missing required parameter: '" + param + "'.");
  }

  static ProtocolError unknown(String param) {
    String shown = shown(param);
    return new ProtocolError("unknown_parameter", shown, "Unknown parameter: '" + shown + "'.");
  }

  static ProtocolError value(String param, String expected) {
    return new ProtocolError(
        "invalid_value", param, "Invalid value for '" + param + "': expected " + expected + ".");
  }

  static ProtocolError tooLong(String param, int max, int length) {
    return new ProtocolError(
        "string_above_max_length",
        param,
        "Invalid '%s': string too long. Expected a string with maximum length %d, but got a string with length %d instead."
            .formatted(param, max, length));
  }

  /// Cuts what a client made up before it is told back.
  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  public String code() {
    return code;
  }

  /// The path of the parameter that was wrong.
  public @Nullable String param() {
    return param;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
