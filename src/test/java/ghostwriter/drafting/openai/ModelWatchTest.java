package ghostwriter.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ghostwriter.settings.Settings;
import ghostwriter.testing.SteppingClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Drafting models come to their end, and the operator hears of it in time.
class ModelWatchTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(ModelWatch.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final ScriptedProvider api = new ScriptedProvider();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
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
    Settings settings =
        Settings.from(Map.of("GHOSTWRITER_DRAFTER_URL", String.valueOf(api.base())));
    api.close();
    new ModelWatch(settings, new SteppingClock()).look();
    new ModelWatch(Settings.from(Map.of()), new SteppingClock()).look();

    assertThat(log.list).isEmpty();
  }

  private List<String> warnings(String model) {
    log.list.clear();
    Settings settings =
        Settings.from(
            Map.of(
                "GHOSTWRITER_DRAFTER_URL",
                String.valueOf(api.base()),
                "GHOSTWRITER_DRAFTER_MODEL",
                model));
    new ModelWatch(settings, new SteppingClock()).look();
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
