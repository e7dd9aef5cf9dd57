package ghostwriter.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.drafting.DraftModel;
import ghostwriter.drafting.offline.OfflineModel;
import ghostwriter.drafting.openai.Manners.Structure;
import ghostwriter.drafting.prompt.DraftingPrompt;
import ghostwriter.settings.BadSetting;
import ghostwriter.settings.Settings;
import ghostwriter.testing.SteppingClock;
import ghostwriter.vocabulary.Ids;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who drafts, as the settings say.
class AccountTest {
  private static final String KEY = "GHOSTWRITER_DRAFTER_KEY";
  private static final String URL = "GHOSTWRITER_DRAFTER_URL";
  private static final String OPTIONS = "GHOSTWRITER_DRAFTER_OPTIONS";

  @Test
  void withoutKeyAndAddressTheDrafterNeedsNoModel() {
    assertThat(chosen(Map.of())).isInstanceOf(OfflineModel.class);
    assertThat(chosen(Map.of("GHOSTWRITER_DRAFTER_MODEL", "gpt-6-sol")))
        .isInstanceOf(OfflineModel.class);
  }

  @Test
  void withAKeyAloneTheHostedProviderIsAskedInItsOwnForm() {
    Account account = account(Map.of(KEY, "sk-1"));

    assertThat(chosen(Map.of(KEY, "sk-1"))).isInstanceOf(LanguageModel.class);
    assertThat(account.provider().address()).hasToString("https://api.openai.com/v1/responses");
    assertThat(account.provider().model()).isEqualTo("gpt-6-luna");
    assertThat(account.price()).isEqualTo(new Prices().of("gpt-6-luna"));
    assertThat(account.toString()).doesNotContain("sk-1");
  }

  @Test
  void aServerAtHomeIsAskedInTheFormThatAllKnow() {
    Account account =
        account(
            Map.of(
                URL,
                "http://127.0.0.1:11434/v1/chat/completions/",
                "GHOSTWRITER_DRAFTER_MODEL",
                "gpt-6-luna"));

    assertThat(account.provider().address())
        .hasToString("http://127.0.0.1:11434/v1/chat/completions");
    assertThat(account.provider().manners().tokensField()).isEqualTo("max_tokens");
    assertThat(account.price()).isEmpty();
  }

  @Test
  void optionsSayHowItLikesToBeAsked() {
    Account account =
        account(
            Map.of(
                URL,
                "http://127.0.0.1:8080/v1",
                OPTIONS,
                """
                {"structure": "json_object", "maxTokens": 9000, "contextTokens": 32000,
                 "temperature": 0.4, "systemRole": "user", "stream": false, "seconds": 900,
                 "silence": 300, "extra": {"seed": 7},
                 "price": {"input": 1, "cached": 0.1, "written": 1, "output": 2}}
                """));

    Manners manners = account.provider().manners();
    assertThat(manners.structure()).isEqualTo(Structure.JSON_OBJECT);
    assertThat(manners.maxTokens()).isEqualTo(8_000);
    assertThat(manners.promptTokens()).isEqualTo(19_200).isLessThan(DraftingPrompt.BUDGET);
    assertThat(manners.temperature()).isEqualTo(OptionalDouble.of(0.4));
    assertThat(manners.systemRole()).isEqualTo("user");
    assertThat(manners.stream()).isFalse();
    assertThat(manners.patience())
        .isEqualTo(new Patience(Duration.ofMinutes(15), Duration.ofMinutes(5)));
    assertThat(manners.extra().path("seed").asInt()).isEqualTo(7);
    assertThat(account.price().orElseThrow().of(new Tally(1_000_000, 0, 0, 0)))
        .isEqualByComparingTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "GHOSTWRITER_DRAFTER_URL | ftp://a | GHOSTWRITER_DRAFTER_URL must be an address",
        "GHOSTWRITER_DRAFTER_URL | http://a/v1?x=1 | GHOSTWRITER_DRAFTER_URL must be an address",
        "GHOSTWRITER_DRAFTER_KEY | sk key | GHOSTWRITER_DRAFTER_KEY must be printable ASCII",
        "GHOSTWRITER_DRAFTER_FORM | completions | GHOSTWRITER_DRAFTER_FORM must be responses or chat.",
        "GHOSTWRITER_DRAFTER_OPTIONS | [] | GHOSTWRITER_DRAFTER_OPTIONS must be a JSON object",
        "GHOSTWRITER_DRAFTER_OPTIONS | {\"tempereture\": 1} | must be a JSON object with known fields",
        "GHOSTWRITER_DRAFTER_OPTIONS | {\"structure\": \"xml\"} | names no structure",
        "GHOSTWRITER_DRAFTER_OPTIONS | {\"contextTokens\": 4096} | contextTokens from 20000 up",
        "GHOSTWRITER_DRAFTER_BUDGET | lots | GHOSTWRITER_DRAFTER_BUDGET must be an amount",
        "GHOSTWRITER_DRAFTER_FALLBACK_KEY | sk-2 | name the model in GHOSTWRITER_DRAFTER_FALLBACK_MODEL"
      })
  void whatLeadsNowhereStopsTheStart(String name, String value, String sentence) {
    Map<String, String> environment = new HashMap<>(Map.of(KEY, "sk-1"));
    environment.put(name, value);

    assertThatThrownBy(() -> chosen(environment))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aSecondModelNeedsAFirst() {
    assertThatThrownBy(() ->
            chosen(
                Map.of(
                    "GHOSTWRITER_DRAFTER_FALLBACK_URL", "http://127.0.0.1:8080/v1",
                    "GHOSTWRITER_DRAFTER_FALLBACK_MODEL", "llama3")))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("there is no first");
  }

  private static Account account(Map<String, String> environment) {
    return Account.first(Settings.from(environment)).orElseThrow();
  }

  private static DraftModel chosen(Map<String, String> environment) {
    var clock = new SteppingClock();
    var ids = new Ids(clock);
    return new DrafterConfiguration()
        .draftingModel(Settings.from(environment), new OfflineModel(ids), ids, clock);
  }
}
