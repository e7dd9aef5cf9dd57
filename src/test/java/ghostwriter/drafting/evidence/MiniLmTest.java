package ghostwriter.drafting.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MiniLmTest {
  private static final MiniLm MODEL = new MiniLm();

  @Test
  void textsThatMeanTheSameAreMoreAlikeThanOthers() {
    List<Meaning> meanings =
        MODEL.of(
            List.of(
                "My father was a fisherman.",
                "Dad caught herring for a living.",
                "The committee approved the budget."));

    assertThat(meanings.get(0).likeness(meanings.get(1)))
        .isGreaterThan(meanings.get(0).likeness(meanings.get(2)) + 0.3);
  }

  @Test
  void aTextMeansTheSameInAnyCompany() {
    Meaning alone = MODEL.of(List.of("We sold the boats.")).getFirst();
    Meaning among =
        MODEL.of(List.of("A much longer text about bees.", "We sold the boats.")).get(1);

    assertThat(among.bytes()).isEqualTo(alone.bytes());
  }

  @Test
  void oneByteADimensionHardlyMovesALikeness() {
    Meaning first = Meaning.of(new float[] {0.11f, -0.32f, 0.05f, 0.4f});
    Meaning second = Meaning.of(new float[] {0.2f, -0.1f, -0.33f, 0.21f});

    assertThat(Meaning.of(first.bytes()).likeness(Meaning.of(second.bytes())))
        .isCloseTo(0.5124, within(0.01));
  }

  @Test
  void itReadsATextOfAnyLengthAndNone() {
    assertThat(MODEL.of(List.of("", "word ".repeat(5_000)))).hasSize(2);
  }

  @Test
  void itSpeaksEnglishOnly() {
    assertThat(MODEL.speaks(Locale.UK)).isTrue();
    assertThat(MODEL.speaks(Locale.GERMAN)).isFalse();
  }

  /// The numbers are those of the model's own tokenizer.
  @Test
  void wordsAreCutAsTheModelLearntThem() throws Exception {
    try (var vocabulary =
        Objects.requireNonNull(
            MiniLm.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json"))) {
      var pieces = new WordPieces(JsonMapper.shared().readTree(vocabulary));

      assertThat(pieces.of("Hello, Wörld!", 256)).containsExactly(101, 7592, 1010, 2088, 999, 102);
      assertThat(pieces.of("unaffable", 256)).containsExactly(101, 14477, 20961, 3468, 102);
      assertThat(pieces.of("Hello, Wörld!", 4)).containsExactly(101, 7592, 1010, 102);
    }
  }
}
