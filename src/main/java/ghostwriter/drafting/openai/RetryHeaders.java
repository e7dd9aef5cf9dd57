package ghostwriter.drafting.openai;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What a refusal's headers say of asking again.
record RetryHeaders(HttpHeaders headers, InstantSource clock) {
  /// How long to wait: `retry-after-ms`, or `retry-after` in seconds or as a date (RFC 9110,
  /// 10.2.3).
  Optional<Duration> after() {
    return headers
        .firstValue("retry-after-ms")
        .flatMap(RetryHeaders::number)
        .or(() ->
            headers.firstValue("retry-after").flatMap(RetryHeaders::number).map(it -> it * 1_000))
        .map(milliseconds -> Duration.ofMillis(Math.round(milliseconds)))
        .or(() -> headers.firstValue("retry-after").flatMap(this::until))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }

  /// Whether to ask again: `x-should-retry`.
  Optional<Boolean> advice() {
    return headers
        .firstValue("x-should-retry")
        .filter(word -> word.equals("true") || word.equals("false"))
        .map(Boolean::valueOf);
  }

  private static Optional<Double> number(String text) {
    return text.strip().matches("\\d{1,9}(?:\\.\\d{1,6})?")
        ? Optional.of(Double.valueOf(text.strip()))
        : Optional.empty();
  }

  private Optional<Duration> until(String date) {
    try {
      Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip(), Instant::from);
      return Optional.of(Duration.between(clock.instant(), then));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
