package ghostwriter.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidyingTest {
  private final Tidying tidying = new Tidying();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "we 're late , are n't we ?|we're late, aren't we?",
        "I 'm sure you 'll say he 'd , I 've said she 's here .|I'm sure you'll say he'd, I've said she's here.",
        "I do n't|I don't",
        "those L_C_D_ 's are in the 1990 's|those L_C_D_'s are in the 1990's",
        "you guys ' plan|you guys' plan",
        "at nine o ' clock|at nine o'clock",
        "So {disfmarker} it {vocalsound} works . {pause}|So it works.",
        "Well{comment} yes|Well yes",
        "sell 'em 'cause they last|sell 'em 'cause they last",
        "Mm 'kay .|Mm 'kay.",
        "'S true . 'Kay .|'S true. 'Kay.",
        "Mm - hmm .|Mm-hmm.",
        "a belief - net , you know|a belief-net, you know",
        "beca - because of it .|beca-because of it.",
        ".. .|...",
        "is that @ @ ?|is that @ @?",
        "the word \" dog \" , you know|the word \"dog\", you know",
        "he says \" OK , well . \"|he says \"OK, well.\"",
        "\" , \" actor \" , \" undergoer \" .|\", \"actor\", \"undergoer\".",
        "the \" Jerry \"s .|the \"Jerry \"s.",
        "not ( as you say ) here .|not (as you say) here.",
        "a  b\u00A0c\t d|a b c d",
        "Really ?! Oh !|Really?! Oh!",
      })
  void whatATokenizerSetApartIsJoined(String raw, String clean) {
    assertThat(tidying.clean(raw)).isEqualTo(clean);
    assertThat(tidying.clean(clean)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rock 'n' roll in the '60s, ’twas grand.",
        "\"Yes,\" she said. “No,” I said — and left…",
        "'Legalised cheating' is what he called it, and the 'but' counts.",
        "I went - no, I ran - home.",
        "It cost .5 percent ... or so.",
        "well-being—that we're interested in—. So, we left.",
        "Mr.Chair, the U.S. gave $1,000 at 10:30 p.m. to the boys' school.",
        "Elle a dit\u00A0: «\u00A0Pourquoi\u00A0?\u00A0» et puis rien.",
        "Dr. d'Entremont said 't Hof isn't far.",
      })
  void proseThatNobodyTokenizedIsLeftAlone(String prose) {
    assertThat(tidying.clean(prose)).isEqualTo(prose);
  }

  @Test
  void aCliticThatLostItsWordIsNotGivenToAnother() {
    assertThat(tidying.clean("he is {disfmarker} 's late")).isEqualTo("he is 's late");
  }

  @Test
  void charactersThatNoDatabaseTakesAreDropped() {
    assertThat(tidying.clean("a\u0000b \uD800c\u0007 \uD83D\uDE00")).isEqualTo("ab c \uD83D\uDE00");
  }
}
