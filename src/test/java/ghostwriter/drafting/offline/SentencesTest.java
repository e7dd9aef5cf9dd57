package ghostwriter.drafting.offline;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.Sentences;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
  private final Sentences sentences = new Sentences();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '\u0001',
      value = {
        "I met Mr. Gilchrist. He taught me. -> I met Mr. Gilchrist.|He taught me.",
        "Thank you, Mr.Chair. We agree. -> Thank you, Mr.Chair.|We agree.",
        "In the U.S. Congress it failed. So what? -> In the U.S. Congress it failed.|So what?",
        "It was 3.5 p.m. on Monday. We left. -> It was 3.5 p.m. on Monday.|We left.",
        "Dr. J. van Berg said \"No.\" Then he left! -> Dr. J. van Berg said \"No.\"|Then he left!",
        "He said, 'Well, no.' And so we went—. Albert came. -> He said, 'Well, no.'|And so we went—.|Albert came.",
        "What did I do? I ran. I ran and ran... and fell. -> What did I do?|I ran.|I ran and ran... and fell.",
        "It cost £4.50. That was 1961. 300 people came. -> It cost £4.50.|That was 1961.|300 people came.",
        "no capitals here. none at all -> no capitals here. none at all",
      })
  void aTurnIsCutIntoItsSentences(String text, String cut) {
    assertThat(cut(text, Locale.ENGLISH)).isEqualTo(cut);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "Ich war fünf. Es schneite. -> Ich war fünf.|Es schneite.",
        "Dr. Huber kam. Er blieb. -> Dr. Huber kam.|Er blieb.",
      })
  void otherLanguagesAreCutByTheirRules(String text, String cut) {
    assertThat(cut(text, Locale.GERMAN)).isEqualTo(cut);
  }

  private String cut(String text, Locale language) {
    return sentences.of(text, language).stream()
        .map(span -> text.substring(span.from(), span.to()))
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @CsvSource({"'',0", "'   ',0", "' a ',1"})
  void spansLeaveOutTheSpaceAround(String text, int count) {
    var spans = sentences.of(text, Locale.ENGLISH);

    assertThat(spans).hasSize(count);
    assertThat(spans).allMatch(span -> span.to() > span.from());
  }
}
