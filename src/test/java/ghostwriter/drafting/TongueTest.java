package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.transcript.ConversationItem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which language a text is in.
class TongueTest {
  private static final String GERMAN =
      "Wir haben den Hof 1962 verkauft, mein Bruder und ich, und danach war es sehr still im Haus.";
  private static final String ENGLISH =
      "We sold the farm in 1962, my brother and I, and after that the house was very quiet.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|Mein Vater ist im Winter nicht zur See gefahren, weil er die Netze auf dem Boden geflickt hat.",
        "fr|Mon père ne sortait pas en mer pendant l'hiver, parce qu'il réparait les filets dans le grenier.",
        "es|Mi padre no salía al mar en el invierno porque remendaba las redes en el desván de la casa.",
        "it|Mio padre non usciva in mare d'inverno perché rammendava le reti nella soffitta della casa.",
        "pt|O meu pai não saía para o mar no inverno porque remendava as redes no sótão da nossa casa.",
        "nl|Mijn vader ging in de winter niet naar zee, omdat hij op de zolder van het huis de netten boette.",
        "sv|Min far gick inte till sjöss på vintern, för han lagade näten på vinden och det tog lång tid.",
        "nb|Faren min dro ikke til sjøs om vinteren, for han bøtte garnene på loftet, og det tok lang tid.",
        "nb|Min far tog ikke på havet om vinteren, for han bødede garnene på loftet, og det tog lang tid.",
        "fi|Isäni ei lähtenyt merelle talvella, kun hän oli ullakolla ja paikkasi verkkoja niin kuin aina.",
        "pl|Mój ojciec nie pływał zimą po morzu, bo na strychu naprawiał sieci i to było dla niego ważne.",
        "CYRILLIC|Мой отец зимой не выходил в море, потому что чинил сети на чердаке.",
        "GREEK|Ο πατέρας μου δεν έβγαινε στη θάλασσα τον χειμώνα.",
        "HAN|父亲冬天不出海因为他在阁楼上补渔网",
      })
  void aSentenceOrTwoAreEnough(String language, String text) {
    assertThat(Tongue.of(text)).contains(language);
  }

  @Test
  void nothingThatIsSaidInEnglishIsTakenForAnotherLanguage() {
    List<ConversationItem> said =
        Stream.concat(Talks.interview().stream(), Talks.meeting().stream()).toList();

    assertThat(said)
        .allSatisfy(item -> assertThat(Tongue.of(item.text().text()).orElse("en")).isEqualTo("en"));
    assertThat(said.stream().filter(item -> item.text().count() >= 15))
        .filteredOn(item -> Tongue.of(item.text().text()).isEmpty())
        .hasSizeLessThan(said.size() / 20);
  }

  @Test
  void fewWordsTellNothing() {
    assertThat(Tongue.of("Ja, das war so.")).isEmpty();
    assertThat(Tongue.of("")).isEmpty();
    assertThat(Tongue.of("1962, 1963.")).isEmpty();
  }

  @Test
  void whatIsWrittenDiffersOnlyWhereBothAreCertain() {
    assertThat(Tongue.differs(ENGLISH, Locale.ENGLISH, GERMAN)).isTrue();
    assertThat(Tongue.differs(GERMAN, Locale.ENGLISH, GERMAN)).isFalse();
    assertThat(Tongue.differs("We sold it.", Locale.ENGLISH, GERMAN))
        .as("what is too short is in the book's language")
        .isTrue();
    assertThat(Tongue.differs(ENGLISH, Locale.ENGLISH, "Ja, 1962.")).isFalse();
    assertThat(Tongue.differs("Kwahaheri.", Locale.of("sw"), GERMAN)).isFalse();
  }
}
