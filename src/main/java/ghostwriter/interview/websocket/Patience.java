package ghostwriter.interview.websocket;

import java.time.Duration;

/// How long a socket waits for the other side.
///
/// @param connect from dialling until the other side has proved that it can be talked to
/// @param quiet how long it may say nothing before it is asked whether it is still there
/// @param answer how long it may take to say so
/// @param farewell how long the last words may take to be sent
public record Patience(Duration connect, Duration quiet, Duration answer, Duration farewell) {
  /// Well below the minute after which proxies forget a silent connection.
  public static final Patience STANDARD =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofSeconds(2));
}
