package ghostwriter.interview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrevityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "short enough | 12 | short enough",
        "too long for this | 12 | too long…",
        "Donaudampfschifffahrt | 10 | Donaudamp…",
        "a 𝄞𝄞𝄞𝄞𝄞𝄞 | 6 | a 𝄞…",
      })
  void aTextIsCutBetweenWordsAndNeverThroughASign(String text, int longest, String cut) {
    assertThat(Brevity.cut(text, longest)).isEqualTo(cut).hasSizeLessThanOrEqualTo(longest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The loft is in. More to come. | The loft is in.",
        "Dr. Berg and Mr. A. Lund are in. More. | Dr. Berg and Mr. A. Lund are in.",
        "Der 3. Mai ist drin. Mehr folgt. | Der 3. Mai ist drin.",
        "“The sea!” is in. “The boat.” is not. | “The sea!” is in.",
        "I added 2 paragraphs, from 3 turns; 1 was left out, as asked. | I added 2 paragraphs, from 3 turns; 1 was left out, as asked.",
        "no stop at all | no stop at all",
        "It grew by 1.5 pages. x | It grew by 1.5 pages. x",
      })
  void theFirstSentenceEndsWhereItEnds(String text, String sentence) {
    assertThat(Brevity.sentence(text, 100)).isEqualTo(sentence);
  }

  @Test
  void aSentenceIsOneLine() {
    assertThat(Brevity.sentence("  One\tthing\nand another\n", 100)).isEqualTo("One thing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Good. What did Dr. Berg say? | What did Dr. Berg say?",
        "Who? I mean: who was it? Take your time. | I mean: who was it?",
        "“Salt”: I can see that. Leaving Bodø for a moment, who was there? | Leaving Bodø for a moment, who was there?",
        "You asked: “Why me?” | You asked: “Why me?”",
        "それは誰でしたか？ | それは誰でしたか？",
      })
  void theLastQuestionOfATurnIsFound(String turn, String question) {
    assertThat(Brevity.question(turn, 100)).contains(question);
  }

  @Test
  void ofALongQuestionTheEndIsKept() {
    assertThat(Brevity.question("What " + "on earth ".repeat(50) + "was it?", 20))
        .hasValueSatisfying(asked -> assertThat(asked).endsWith("on earth was it?").hasSize(20));
  }

  @Test
  void aTurnWithoutAQuestionAsksNothing() {
    assertThat(Brevity.question("News from the draft: the loft is in.", 100)).isEmpty();
  }
}
