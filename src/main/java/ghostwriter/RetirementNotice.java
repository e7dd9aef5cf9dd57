package ghostwriter;

import ghostwriter.settings.Retirement;
import ghostwriter.settings.Retirements;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Warns at each start of models that were chosen and will be shut down.
@Component
class RetirementNotice {
  private static final Logger LOG = LoggerFactory.getLogger(RetirementNotice.class);

  private final Settings settings;
  private final InstantSource clock;
  private final Retirements retirements = new Retirements();

  RetirementNotice(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    if (settings.text(Setting.LINE).filter("openai"::equals).isPresent()) {
      tell(Setting.LINE_MODEL);
    }
    if (settings.text(Setting.INTERVIEWER_URL).isPresent()) {
      tell(Setting.INTERVIEWER_MODEL);
    }
  }

  private void tell(Setting setting) {
    settings
        .text(setting)
        .ifPresent(model ->
            retirements.of(model).ifPresent(end -> LOG.warn(sentence(setting, model, end))));
  }

  private String sentence(Setting setting, String model, Retirement end) {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return "The model %s %s shut down on %s; choose another one in %s, such as %s."
        .formatted(
            model,
            today.isBefore(end.endsOn()) ? "will be" : "was",
            end.endsOn(),
            setting.variable(),
            end.instead());
  }
}
