package ghostwriter.drafting.openai;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a model costs, in US dollars for a million tokens.
///
/// @param cached for what is read from the provider's cache
/// @param written for what is written to it
public record Price(BigDecimal input, BigDecimal cached, BigDecimal written, BigDecimal output) {
  /// Digits of a dollar that are kept.
  private static final int SCALE = 6;

  /// What these tokens cost, rounded to a millionth of a dollar.
  public BigDecimal of(Tally tally) {
    long plain = Math.max(0, tally.input() - tally.cached() - tally.written());
    return part(plain, input)
        .add(part(tally.cached(), cached))
        .add(part(tally.written(), written))
        .add(part(tally.output(), output))
        .movePointLeft(SCALE)
        .setScale(SCALE, RoundingMode.HALF_UP);
  }

  private static BigDecimal part(long tokens, BigDecimal price) {
    return price.multiply(BigDecimal.valueOf(tokens));
  }
}
