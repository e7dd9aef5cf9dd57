package ghostwriter.interview.openai;

import ghostwriter.interview.Line;
import ghostwriter.interview.LocalEngine;
import ghostwriter.settings.BadSetting;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Chooses whom the interview calls: the built-in engine and a hosted provider are called alike.
@Configuration(proxyBeanMethods = false)
class LineConfiguration {
  /// The engine takes any name.
  private static final String ANY_MODEL = "ghostwriter";

  /// @throws BadSetting where the settings lead nowhere
  @Bean
  Line.Provider lineProvider(
      Settings settings, LocalEngine engine, JsonMapper json, InstantSource clock) {
    return new RealtimeProvider(destination(settings, engine), json, clock);
  }

  private static Supplier<Destination> destination(Settings settings, LocalEngine engine) {
    return switch (settings.text(Setting.LINE).orElse(Setting.LINE.standard())) {
      case "local" -> () -> new Destination(engine.address().get(), engine.key(), ANY_MODEL);
      case "openai" -> hosted(settings);
      default -> throw new BadSetting("GHOSTWRITER_LINE must be local or openai.");
    };
  }

  private static Supplier<Destination> hosted(Settings settings) {
    Destination hosted = Destination.hosted(settings);
    return () -> hosted;
  }
}
