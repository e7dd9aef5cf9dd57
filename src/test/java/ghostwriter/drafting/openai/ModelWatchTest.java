package ghostwriter.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.settings.Settings;
import ghostwriter.testing.Log;
import ghostwriter.testing.SteppingClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Drafting models come to their end, and the operator hears of it in time.
class ModelWatchTest {
  private final ScriptedProvider api = new ScriptedProvider();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void theDayThatTheProviderTellsIsWarnedOf() {
    api.offers(
        """
        {"data": [{"id": "other", "shutdown_date": "2026-01-01"},
                  {"id": "writer-1", "shutdown_date": "2026-05-04"}]}
        """);

    assertThat(warnings("writer-1"))
        .containsExactly(
            "The model writer-1 will be shut down on 2026-05-04; choose another one in"
                + " GHOSTWRITER_DRAFTER_MODEL.");
  }

  @Test
  void theProviderKnowsBetterThanThisVersion() {
    api.offers("{\"data\": [{\"id\": \"gpt-4.1-mini\", \"shutdown_date\": \"2026-02-28\"}]}");

    assertThat(warnings("gpt-4.1-mini"))
        .containsExactly(
            "The model gpt-4.1-mini was shut down on 2026-02-28; choose another one in"
                + " GHOSTWRITER_DRAFTER_MODEL, such as gpt-6-luna.");
  }

  @Test
  void whereTheProviderTellsNothingWhatThisVersionKnowsCounts() {
    for (String models :
        List.of(
            "{}",
            "{\"data\": [{\"id\": \"gpt-5-mini\", \"shutdown_date\": null}]}",
            "{\"data\": [{\"id\": \"gpt-5-mini\", \"shutdown_date\": \"soon\"}]}",
            "<html>")) {
      api.offers(models);
      assertThat(warnings("gpt-5-mini")).singleElement().asString().contains("2026-12-11");
    }
  }

  @Test
  void nothingIsSaidOfModelsThatLive() {
    api.offers("{\"data\": [{\"id\": \"gpt-6-luna\", \"shutdown_date\": null}]}");

    assertThat(warnings("gpt-6-luna")).isEmpty();
  }

  @Test
  void aProviderThatIsNotThereIsNoNews() {
    var gone = Map.of("GHOSTWRITER_DRAFTER_URL", String.valueOf(api.base()));
    api.close();

    assertThat(warnings(gone)).isEmpty();
    assertThat(warnings(Map.of())).isEmpty();
  }

  private List<String> warnings(String model) {
    return warnings(
        Map.of(
            "GHOSTWRITER_DRAFTER_URL",
            String.valueOf(api.base()),
            "GHOSTWRITER_DRAFTER_MODEL",
            model));
  }

  private static List<String> warnings(Map<String, String> environment) {
    try (var log = Log.of(ModelWatch.class)) {
      new ModelWatch(Settings.from(environment), new SteppingClock()).look();
      return log.messages();
    }
  }
}
