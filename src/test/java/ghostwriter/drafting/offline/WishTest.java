package ghostwriter.drafting.offline;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.vocabulary.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {
  @ParameterizedTest
  @CsvSource({
    "Make it shorter., SHORTEN, '', 0",
    "'Please cut this section down a little.', SHORTEN, '', 0",
    "Shorten it to about 200 words., SHORTEN, '', 200",
    "More concise please, SHORTEN, '', 0",
    "Less about the war., SHORTEN, the war, 0",
    "More about the storm., EXTEND, the storm, 0",
    "'Add what my mother said about the boat, please.', EXTEND, 'the boat', 0",
    "Add the storm., EXTEND, the storm, 0",
    "Expand this., EXTEND, '', 0",
    "'Make it longer, some 300 words more.', EXTEND, '', 300",
    "'Do not make it shorter; tell more about the boat.', EXTEND, the boat, 0",
    "Don’t cut anything., OTHER, '', 0",
    "Make it funnier., OTHER, '', 0",
    "Write it like Hemingway., OTHER, '', 0",
    "Mach es kürzer., OTHER, '', 0",
  })
  void anInstructionIsUnderstoodAsFarAsItsWordsTell(
      String instruction, Wish.Kind kind, String topic, int words) {
    Wish wish = Wish.of(new Words(instruction));

    assertThat(wish.kind()).isEqualTo(kind);
    assertThat(wish.topic()).isEqualTo(topic);
    assertThat(wish.words()).isEqualTo(words);
  }
}
