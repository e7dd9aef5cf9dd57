package ghostwriter;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.settings.Retirement;
import ghostwriter.settings.Retirements;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import ghostwriter.testing.Log;
import ghostwriter.testing.SteppingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Models come to their end, and the operator hears of it in time.
class RetirementNoticeTest {
  private final SteppingClock clock = new SteppingClock();

  @Test
  void aModelThatWillBeShutDownIsWarnedOf() {
    assertThat(warnings(hosted("gpt-realtime")))
        .containsExactly(
            "The model gpt-realtime will be shut down on 2027-01-20; choose another one in"
                + " GHOSTWRITER_LINE_MODEL, such as gpt-realtime-2.1.");
  }

  @Test
  void aModelThatWasShutDownIsWarnedOfFromTheDayItself() {
    clock.advance(Duration.ofDays(325));
    assertThat(warnings(hosted("gpt-realtime-mini-2025-12-15")))
        .singleElement()
        .asString()
        .contains("was shut down on 2027-01-20");
  }

  @Test
  void theDayBeforeItIsStillToCome() {
    clock.advance(Duration.ofDays(324));
    assertThat(warnings(hosted("gpt-realtime-mini")))
        .singleElement()
        .asString()
        .contains("will be shut down on 2027-01-20");
  }

  @Test
  void theModelBehindTheEngineIsLookedAtToo() {
    assertThat(
            warnings(
                Map.of(
                    "GHOSTWRITER_INTERVIEWER_URL", "https://api.openai.com/v1",
                    "GHOSTWRITER_INTERVIEWER_MODEL", "gpt-4.1-mini")))
        .singleElement()
        .asString()
        .contains("2027-01-14", "GHOSTWRITER_INTERVIEWER_MODEL", "gpt-6-luna");
  }

  @Test
  void nothingIsSaidOfModelsThatLiveOrAreNotUsed() {
    assertThat(warnings(hosted("gpt-realtime-2.1"))).isEmpty();
    assertThat(warnings(hosted("gpt-realtimes"))).isEmpty();
    assertThat(warnings(Map.of("GHOSTWRITER_LINE_MODEL", "gpt-realtime"))).isEmpty();
    assertThat(warnings(Map.of())).isEmpty();
  }

  @Test
  void noModelIsRecommendedThatWillBeShutDownItself() {
    var retirements = new Retirements();

    assertThat(retirements.all()).isNotEmpty();
    assertThat(retirements.all().stream().map(Retirement::instead))
        .allMatch(model -> retirements.of(model).isEmpty());
    assertThat(retirements.of(Setting.LINE_MODEL.standard())).isEmpty();
    assertThat(retirements.all())
        .allSatisfy(end -> {
          assertThat(end.readOn()).isBefore(end.endsOn());
          assertThat(end.source().getScheme()).isEqualTo("https");
        });
  }

  private static Map<String, String> hosted(String model) {
    return Map.of("GHOSTWRITER_LINE", "openai", "GHOSTWRITER_LINE_MODEL", model);
  }

  private List<String> warnings(Map<String, String> environment) {
    try (var log = Log.of(RetirementNotice.class)) {
      new RetirementNotice(Settings.from(environment), clock).tell();
      return log.messages();
    }
  }
}
