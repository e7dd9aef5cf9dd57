package ghostwriter.web;

import ghostwriter.settings.BadSetting;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import java.net.URI;
import java.util.Optional;

/// How browsers reach the server where that is not the address it listens on: an origin, without a
/// path.
record PublicUrl(Optional<String> origin) {
  /// @throws BadSetting where the setting is no origin
  static PublicUrl of(Settings settings) {
    return new PublicUrl(settings.text(Setting.PUBLIC_URL).map(PublicUrl::origin));
  }

  private static String origin(String text) {
    String origin = text.replaceAll("/+$", "");
    if (!origin.matches("https?://[^/?#@\\s]+") || !isAddress(origin)) {
      throw new BadSetting(
          Setting.PUBLIC_URL.variable()
              + " must be an address without a path, such as https://books.example.org.");
    }
    return origin;
  }

  private static boolean isAddress(String text) {
    try {
      return URI.create(text).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  boolean isSecure() {
    return origin.filter(url -> url.startsWith("https:")).isPresent();
  }
}
