package ghostwriter.document;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {
  private static final List<String> PIECES =
      List.of(
          "we ", "left", " ", ", ", "Oslo", "ship’s", "\n", "é", "😀", "**", "50,000", "日本",
          "\r\n");

  @ParameterizedTest
  @CsvSource({
    "We left in May., We left in May., 'We left in May.'",
    "We left in May., We left in June., 'We left in [-May-][+June+].'",
    "We left in May., We left., 'We left[- in May-].'",
    "We left., We left in May., 'We left[+ in May+].'",
    "I saw the red ship., I saw a black ship., 'I saw [-the red-][+a black+] ship.'",
    "carpet, car, [-carpet-][+car+]",
    "It didn't work., It did work., 'It [-didn''t-][+did+] work.'",
    "well-known, well-made, [-well-known-][+well-made+]",
    "one two, three four, [-one two-][+three four+]",
    "Älter wird man, Alter wird man, [-Älter-][+Alter+] wird man",
    "a 😀 b, a 😁 b, a [-😀-][+😁+] b"
  })
  void wordsAreComparedAsTheyAreRead(String before, String after, String shown) {
    assertThat(shown(between(before, after))).isEqualTo(shown);
  }

  @Test
  void bothWordingsCanBeReadFromTheParts() {
    long seed = Long.getLong("diff.seed", System.nanoTime());
    var random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      String before = text(random);
      String after = text(random);
      List<Part> parts = between(before, after);

      assertThat(joined(parts, Change.REMOVED)).as("-Ddiff.seed=%s", seed).isEqualTo(before);
      assertThat(joined(parts, Change.ADDED)).as("-Ddiff.seed=%s", seed).isEqualTo(after);
    }
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(30))
        .mapToObj(_ -> Page.any(PIECES, random))
        .collect(Collectors.joining());
  }

  @Test
  void neighboursAreOneThing() {
    List<Part> parts = between("a b c d e f", "a x c y z f");

    assertThat(parts).extracting(Part::change).doesNotContainSequence(Change.SAME, Change.SAME);
    assertThat(shown(parts)).isEqualTo("a [-b-][+x+] c [-d e-][+y z+] f");
  }

  /// Compared in full, these would take some 10^11 steps.
  @Test
  @Timeout(60)
  void hugeBlocksThatHaveNothingInCommonAreShownAsExchanged() {
    String before = numbers(0, 100_000);
    String after = numbers(200_000, 300_000);

    assertThat(between("Now " + before + " end.", "Now " + after + " end."))
        .containsExactly(
            new Part(Change.SAME, new Words("Now ")),
            new Part(Change.REMOVED, new Words(before)),
            new Part(Change.ADDED, new Words(after)),
            new Part(Change.SAME, new Words(" end.")));
  }

  @Test
  void soAreManyBlocksTogetherAndSmallChangesAreStillShown() {
    var diff = new WordDiff();
    var before = new Words(numbers(0, 1_500) + " here " + numbers(1_500, 3_000));
    var after = new Words(numbers(7_000, 8_500) + " here " + numbers(8_500, 10_000));

    assertThat(diff.between(before, after)).extracting(Part::text).contains(new Words(" here "));
    assertThat(diff.between(before, after)).hasSize(2);
    assertThat(diff.between(new Words("I was here."), new Words("I am here."))).hasSize(4);
  }

  @Test
  void aWordMayHaveAsManyPartsAsAParagraphHasRoomFor() {
    String chain = "a-bb-".repeat(4_000) + "end";

    assertThat(between("Now " + chain, "Then " + chain))
        .containsExactly(
            new Part(Change.REMOVED, new Words("Now")),
            new Part(Change.ADDED, new Words("Then")),
            new Part(Change.SAME, new Words(" " + chain)));
  }

  private static String numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  private static List<Part> between(String before, String after) {
    return new WordDiff().between(new Words(before), new Words(after));
  }

  private static String joined(List<Part> parts, Change with) {
    return parts.stream()
        .filter(part -> part.change() == Change.SAME || part.change() == with)
        .map(part -> part.text().text())
        .collect(Collectors.joining());
  }

  private static String shown(List<Part> parts) {
    return parts.stream()
        .map(part ->
            switch (part.change()) {
              case REMOVED -> "[-" + part.text().text() + "-]";
              case ADDED -> "[+" + part.text().text() + "+]";
              default -> part.text().text();
            })
        .collect(Collectors.joining());
  }
}
