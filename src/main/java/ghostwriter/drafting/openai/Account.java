package ghostwriter.drafting.openai;

import ghostwriter.settings.BadSetting;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// A provider as the settings have it.
///
/// @param variable the setting that names the model
record Account(Provider provider, Optional<Price> price, Setting variable) {
  private static final String HOSTED = "https://api.openai.com/v1";

  /// The settings that belong together.
  private record Names(Setting url, Setting key, Setting model, Setting form, Setting options) {}

  private static final Names FIRST =
      new Names(
          Setting.DRAFTER_URL,
          Setting.DRAFTER_KEY,
          Setting.DRAFTER_MODEL,
          Setting.DRAFTER_FORM,
          Setting.DRAFTER_OPTIONS);
  private static final Names SECOND =
      new Names(
          Setting.DRAFTER_FALLBACK_URL,
          Setting.DRAFTER_FALLBACK_KEY,
          Setting.DRAFTER_FALLBACK_MODEL,
          Setting.DRAFTER_FALLBACK_FORM,
          Setting.DRAFTER_FALLBACK_OPTIONS);

  /// The model that drafts; empty where none is set.
  ///
  /// @throws BadSetting where the settings lead nowhere
  static Optional<Account> first(Settings settings) {
    return of(settings, FIRST);
  }

  /// The one that takes over; empty where none is set.
  ///
  /// @throws BadSetting where the settings lead nowhere
  static Optional<Account> second(Settings settings) {
    return of(settings, SECOND);
  }

  private static Optional<Account> of(Settings settings, Names names) {
    boolean isSet =
        settings.text(names.url()).isPresent() || settings.text(names.key()).isPresent();
    return isSet ? Optional.of(read(settings, names)) : Optional.empty();
  }

  private static Account read(Settings settings, Names names) {
    URI base = base(settings.text(names.url()).orElse(HOSTED), names.url());
    boolean hosted = "api.openai.com".equals(base.getHost());
    Manners usual = hosted ? Manners.STANDARD : Manners.STANDARD.atHome();
    Optional<Options> options = options(settings, names.options());
    String model =
        settings
            .text(names.model())
            .orElseThrow(() ->
                new BadSetting(
                    "%s is set; name the model in %s as well."
                        .formatted(names.url().variable(), names.model().variable())));
    var provider =
        new Provider(
            base,
            key(settings, names.key()),
            model,
            form(settings.text(names.form()).orElse(hosted ? "responses" : "chat"), names.form()),
            options.map(it -> it.manners(usual)).orElse(usual));
    Optional<Price> price =
        options
            .flatMap(Options::known)
            .or(() -> hosted ? new Prices().of(model) : Optional.empty());
    return new Account(provider, price, names.model());
  }

  private static URI base(String text, Setting setting) {
    String base = text.replaceAll("/+$", "").replaceAll("/(?:chat/completions|responses)$", "");
    try {
      URI address = new URI(base);
      if (base.matches("(?i)https?://[^?#@]+") && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // told below, like an address of another kind
    }
    throw new BadSetting(
        setting.variable() + " must be an address such as http://127.0.0.1:11434/v1.");
  }

  private static Optional<String> key(Settings settings, Setting setting) {
    Optional<String> key = settings.text(setting);
    if (!key.orElse("").chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new BadSetting(setting.variable() + " must be printable ASCII without spaces.");
    }
    return key;
  }

  private static Form form(String name, Setting setting) {
    return switch (name) {
      case "responses" -> new ResponsesForm();
      case "chat" -> new ChatForm();
      default -> throw new BadSetting(setting.variable() + " must be responses or chat.");
    };
  }

  private static Optional<Options> options(Settings settings, Setting setting) {
    try {
      return settings.text(setting).map(Options::read);
    } catch (IllegalArgumentException bad) {
      throw new BadSetting(setting.variable() + " " + bad.getMessage() + ".");
    }
  }
}
