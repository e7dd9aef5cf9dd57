package ghostwriter.drafting.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
  @ParameterizedTest
  @ValueSource(ints = {2_300, 5_000, 10_000, 22_400, 30_000})
  void aRunAddsATenthToAQuarterOfWhatWasSaid(int clientWords) {
    Budget budget = Budget.of(clientWords, 0);

    assertThat(budget.floor()).isGreaterThanOrEqualTo(Math.max(500, clientWords / 10));
    assertThat(budget.target()).isBetween(budget.floor(), budget.ceiling());
    assertThat(budget.ceiling()).isLessThanOrEqualTo(clientWords / 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 700, 1_500})
  void littleIsKeptAlmostWhole(int clientWords) {
    assertThat(Budget.of(clientWords, 0).floor()).isBetween(500, 520);
    assertThat(Budget.of(clientWords, 0).ceiling()).isBetween(500, 550);
  }

  @ParameterizedTest
  @ValueSource(ints = {60_000, 1_000_000})
  void noRunAddsMoreThanFourThousandWords(int clientWords) {
    assertThat(Budget.of(clientWords, 0)).isEqualTo(new Budget(4_000, 4_000, 4_000));
  }

  @ParameterizedTest
  @CsvSource({"100,1200", "50000,9000"})
  void aWishOverridesItAll(int clientWords, int wished) {
    assertThat(Budget.of(clientWords, wished)).isEqualTo(new Budget(wished, wished, wished));
  }
}
