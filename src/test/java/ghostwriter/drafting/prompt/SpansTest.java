package ghostwriter.drafting.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Role;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpansTest {
  private static final String LONG =
      "It was a long winter, and nobody came or went for weeks on end, and we had little to do."
          + " Then old Mr. St. Clair brought the salt, and I carried it in."
          + " After that we were all right again until the spring, and my mother would sing in the"
          + " kitchen of an evening, which she had not done since the year in which I was born.";

  @Test
  void aSentenceIsCitedWholeThoughThereIsATitleInIt() {
    assertThat(cited("Salt was brought to us, and I carried it."))
        .isEqualTo("Then old Mr. St. Clair brought the salt, and I carried it in.");
  }

  @Test
  void aTurnThatIsOnlyASentenceOrTwoIsCitedAsAWhole() {
    String turn = "It was a long winter. Then came the salt.";

    assertThat(cited(turn, "Then came the salt.")).isEqualTo(turn);
  }

  private static String cited(String paragraph) {
    return cited(LONG, paragraph);
  }

  private static String cited(String turn, String paragraph) {
    var id = new ItemId(new SessionId(new UUID(1, 1)), "imported_1");
    var item = new ConversationItem(id, 1, 1, Role.USER, "Ann", true, new Words(turn));
    Source source = Spans.of(item, paragraph, Locale.ENGLISH);
    return turn.substring(source.from(), source.to());
  }
}
