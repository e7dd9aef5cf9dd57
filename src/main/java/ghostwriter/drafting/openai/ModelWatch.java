package ghostwriter.drafting.openai;

import ghostwriter.settings.Retirement;
import ghostwriter.settings.Retirements;
import ghostwriter.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Warns at each start of drafting models that will be shut down: their providers are asked, and
/// where they do not tell, what this version knows counts. Nobody waits for it.
@Component
class ModelWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ModelWatch.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int OK = 200;

  private final Settings settings;
  private final InstantSource clock;
  private final Retirements retirements = new Retirements();

  ModelWatch(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofVirtual().name("models").start(this::look);
  }

  /// Asks and tells, on this thread.
  void look() {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      Account.first(settings).ifPresent(account -> look(http, account));
      Account.second(settings).ifPresent(account -> look(http, account));
    }
  }

  private void look(HttpClient http, Account account) {
    String model = account.provider().model();
    offered(http, account.provider())
        .or(() -> retirements.of(model).map(Retirement::endsOn))
        .map(day -> retirements.sentence(account.variable(), model, day, clock.instant()))
        .ifPresent(LOG::warn);
  }

  /// The day that the provider tells; empty where it tells none, or nothing at all.
  private static Optional<LocalDate> offered(HttpClient http, Provider provider) {
    var request =
        HttpRequest.newBuilder(URI.create(provider.base() + "/models"))
            .timeout(PATIENCE)
            .version(provider.version());
    provider.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return response.statusCode() == OK
          ? day(JSON.readTree(response.body()), provider.model())
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(JsonNode models, String name) {
    for (JsonNode model : models.path("data")) {
      String day = model.path("shutdown_date").asString("");
      if (model.path("id").asString("").equals(name) && !day.isEmpty()) {
        return parsed(day);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> parsed(String day) {
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
