package ghostwriter.drafting.openai;

import ghostwriter.drafting.DraftModel;
import ghostwriter.drafting.offline.OfflineModel;
import ghostwriter.settings.BadSetting;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import ghostwriter.vocabulary.Ids;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// Chooses who drafts: a language model where one is set, otherwise the one that needs none.
@Configuration(proxyBeanMethods = false)
class DrafterConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(DrafterConfiguration.class);
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /// @throws BadSetting where the settings lead nowhere
  @Bean
  @Primary
  DraftModel draftingModel(Settings settings, OfflineModel offline, Ids ids, InstantSource clock) {
    Optional<Account> first = Account.first(settings);
    Optional<Account> second = Account.second(settings);
    if (first.isEmpty() && second.isPresent()) {
      throw new BadSetting(
          "GHOSTWRITER_DRAFTER_FALLBACK_… names a second model, but there is no first; set"
              + " GHOSTWRITER_DRAFTER_KEY or GHOSTWRITER_DRAFTER_URL.");
    }
    first.ifPresent(account -> warnOfPrice(account, settings));
    second.ifPresent(account -> warnOfPrice(account, settings));
    HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    return first
        .<DraftModel>map(account ->
            new LanguageModel(
                scribe(account, http, ids, clock),
                second.map(other -> scribe(other, http, ids, clock))))
        .orElse(offline);
  }

  private static Scribe scribe(Account account, HttpClient http, Ids ids, InstantSource clock) {
    var exchange = new Exchange(http, account.provider(), clock, Thread::sleep);
    return new Scribe(
        account.provider(),
        new Tries(exchange, Thread::sleep, new SecureRandom()),
        new Breaker(clock),
        account.price(),
        ids,
        clock);
  }

  private static void warnOfPrice(Account account, Settings settings) {
    boolean budgeted =
        settings.amount(Setting.DRAFTER_BUDGET).isPresent()
            || settings.amount(Setting.DRAFTER_BUDGET_TOTAL).isPresent();
    if (budgeted && account.price().isEmpty()) {
      LOG.warn(
          "There is a budget for drafts, but the price of {} is not known, so that it counts for"
              + " nothing; set the price in the drafter's options (docs/settings.md).",
          account.provider().model());
    }
  }
}
