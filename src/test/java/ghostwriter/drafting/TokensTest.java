package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {
  @Test
  void commonWordsAreOneTokenEach() {
    assertThat(Tokens.of("We left by boat.")).isEqualTo(5);
    assertThat(Tokens.of("")).isZero();
  }

  @Test
  void aMarkThatMeansSomethingToAModelIsTextLikeAnyOther() {
    assertThat(Tokens.of("<|endoftext|>")).isGreaterThan(1);
  }

  @Test
  void otherScriptsCountToo() {
    assertThat(Tokens.of("私たちは船で出発した。")).isBetween(5, 15);
  }
}
