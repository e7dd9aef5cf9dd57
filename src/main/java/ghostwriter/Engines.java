package ghostwriter;

import ghostwriter.interview.LocalEngine;
import ghostwriter.realtime.EngineKey;
import ghostwriter.web.Addresses;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Tells the interview where the engine is, which it reaches by a socket only.
@Configuration
class Engines {
  @Bean
  LocalEngine localEngine(ObjectProvider<Addresses> addresses, EngineKey key) {
    return new LocalEngine(
        () ->
            URI.create(
                addresses.getObject().local().toString().replaceFirst("^http", "ws")
                    + "/v1/realtime"),
        key.text());
  }
}
