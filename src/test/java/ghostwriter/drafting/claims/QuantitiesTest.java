package ghostwriter.drafting.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in 1959 | 1959",
        "in nineteen fifty-nine | 1959",
        "nineteen oh-four or so | 19",
        "the twenty-seventh | 27",
        "27th | 27",
        "two hundred and some steps | 200",
        "two hundred and fifty-three | 253",
        "twelve thousand four hundred | 12400",
        "1,200 men | 1200",
        "a dozen | 12",
        "in the sixties | 60",
        "in the 1960s | 1960",
        "three million | 3000000",
        "half past 7:30 | 7:30",
        "On Monday | monday",
        "in October | october",
      })
  void aNumberIsReadAsPeopleSayIt(String text, String value) {
    assertThat(values(text)).first().isEqualTo(value);
  }

  @Test
  void onePersonIsNoNumberButTwentyOneAre() {
    assertThat(values("One does not know, for one day")).isEmpty();
    assertThat(values("twenty-one of them")).containsExactly("21");
  }

  @Test
  void numbersInAListStayApart() {
    assertThat(values("three, four and twenty")).containsExactly("3", "4", "20");
  }

  private static List<String> values(String text) {
    return Quantities.of(text).stream().map(Quantities.Quantity::value).toList();
  }
}
