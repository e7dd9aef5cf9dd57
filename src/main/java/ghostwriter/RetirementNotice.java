package ghostwriter;

import ghostwriter.settings.Retirements;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import java.time.InstantSource;
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
            retirements
                .of(model)
                .map(end -> retirements.sentence(setting, model, end.endsOn(), clock.instant()))
                .ifPresent(LOG::warn));
  }
}
