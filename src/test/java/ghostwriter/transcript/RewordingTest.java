package ghostwriter.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewordingTest {
  private static final ItemId ITEM = new ItemId(new SessionId(new UUID(1, 1)), "item_1");

  /// Before, now, the cited passage, and what is cited now.
  @ParameterizedTest
  @CsvSource({
    "'I was born in Bergen.', 'I was born in Oslo.', 'born in Bergen.', 'born in Oslo.'",
    "'I was born in Bergen.', 'I was born in Oslo.', 'Bergen', 'Oslo'",
    "'We left. It was May.', 'So we left. It was May.', 'It was May.', 'It was May.'",
    "'We left. It was May.', 'We left. It was June.', 'We left.', 'We left.'",
    "'We left. It was May.', 'It was May. We left.', 'We left.', 'We left.'",
    "'We left in May.', 'We left.', 'in May', 'left'",
    "'a fine boat', 'a very fine old boat', 'fine boat', 'fine old boat'",
    "'We left.', 'They stayed.', 'We left.', 'They stayed.'",
  })
  void aPassageIsFoundAgainInTheNewWording(
      String before, String now, String cited, String expected) {
    int from = before.indexOf(cited);

    Source found =
        new Rewording(before, now)
            .of(new Source(ITEM, 1, from, from + cited.length()), 2)
            .orElseThrow();

    assertThat(now.substring(found.from(), found.to())).contains(expected);
    assertThat(found.revision()).isEqualTo(2);
  }

  @Test
  void ofTheSameWordsTwiceTheNearerOnesAreCited() {
    var rewording = new Rewording("Yes. We left. Yes.", "Yes. So we left then. Yes.");

    assertThat(rewording.of(new Source(ITEM, 1, 14, 18), 2)).contains(new Source(ITEM, 2, 22, 26));
  }

  @Test
  void whereNothingIsLeftNothingIsCited() {
    assertThat(new Rewording("We left.", " ").of(new Source(ITEM, 1, 0, 8), 2)).isEmpty();
  }
}
