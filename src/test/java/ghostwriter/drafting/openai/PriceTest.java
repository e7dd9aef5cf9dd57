package ghostwriter.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceTest {
  private final Prices prices = new Prices();

  @Test
  void cachedAndWrittenTokensHaveTheirOwnPrice() {
    // 8 × 4.00 + 4,012 × 0.40 + 0 × 5.00 + 100 × 20.00, a millionth each
    assertThat(prices.of("gpt-5.6-sol").orElseThrow().of(new Tally(4_020, 4_012, 0, 100)))
        .isEqualByComparingTo("0.003637");
    assertThat(prices.of("gpt-5.6-sol").orElseThrow().of(new Tally(4_020, 0, 4_012, 100)))
        .isEqualByComparingTo("0.022092");
  }

  @Test
  void whereWritingToTheCacheIsFreeItIsInput() {
    assertThat(prices.of("gpt-4.1-mini").orElseThrow().of(new Tally(1_000, 0, 0, 0)))
        .isEqualByComparingTo("0.0004");
  }

  @Test
  void aMillionthOfADollarIsTheSmallestCoin() {
    // 0.05 and 0.5 of a millionth
    assertThat(prices.of("gpt-6-luna").orElseThrow().of(new Tally(0, 0, 0, 1)))
        .isEqualByComparingTo("0.000001");
    assertThat(prices.of("gpt-6-luna").orElseThrow().of(new Tally(1, 0, 0, 0)))
        .isEqualByComparingTo("0");
  }

  @Test
  void aDatedNameIsTheModelItself() {
    assertThat(prices.of("gpt-6-luna-2026-09-22")).isPresent();
    assertThat(prices.of("gpt-6-luna-large")).isEmpty();
    assertThat(prices.of("llama3")).isEmpty();
  }
}
