package ghostwriter.interview.openai;

import ghostwriter.settings.BadSetting;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where a line leads.
///
/// @param base the address before the query, `ws://…/v1/realtime` or `wss://…`
/// @param key goes into a header and nowhere else; `toString` does not tell it
public record Destination(URI base, String key, String model) {
  /// @throws IllegalArgumentException where the key holds what no header can; the message does not
  ///   quote it
  public Destination {
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException("a key is made of printable ASCII without spaces");
    }
  }

  /// The hosted provider, as the settings have it.
  ///
  /// @throws BadSetting where they lack a key or name no address
  public static Destination hosted(Settings settings) {
    URI base =
        settings
            .text(Setting.LINE_URL)
            .flatMap(Destination::base)
            .orElseThrow(Destination::noAddress);
    String key = settings.text(Setting.LINE_KEY).orElseThrow(Destination::noKey);
    String model = settings.text(Setting.LINE_MODEL).orElse(Setting.LINE_MODEL.standard());
    try {
      return new Destination(base, key, model);
    } catch (IllegalArgumentException unsendable) {
      throw new BadSetting("GHOSTWRITER_LINE_KEY must be printable ASCII without spaces.");
    }
  }

  private static BadSetting noAddress() {
    return new BadSetting(
        "GHOSTWRITER_LINE_URL must be an address without a query, such as"
            + " wss://api.openai.com/v1/realtime.");
  }

  private static BadSetting noKey() {
    return new BadSetting(
        "GHOSTWRITER_LINE is openai; set the provider's key in GHOSTWRITER_LINE_KEY as well.");
  }

  private static Optional<URI> base(String text) {
    try {
      return Optional.of(new URI(text.replaceAll("/+$", "")))
          .filter(address -> address.toString().matches("(?i)wss?://[^?#@]+"))
          .filter(address -> address.getHost() != null);
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  URI address() {
    return URI.create(base + "?model=" + URLEncoder.encode(model, StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Destination[" + base + ", " + model + "]";
  }
}
