package ghostwriter.realtime.chat;

import ghostwriter.settings.BadSetting;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where a model is and how it is asked for.
///
/// @param completions the address that answers to `POST`
/// @param patience how long the model may be silent before and within an answer
public record ChatModel(URI completions, Optional<String> key, String name, Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// @param url the base address, with or without `/chat/completions` behind it
  /// @throws BadSetting where it is no address, or no model is named
  public static ChatModel from(String url, Settings settings) {
    String name =
        settings
            .text(Setting.INTERVIEWER_MODEL)
            .orElseThrow(() ->
                new BadSetting(
                    "GHOSTWRITER_INTERVIEWER_URL is set; name the model in"
                        + " GHOSTWRITER_INTERVIEWER_MODEL as well."));
    return new ChatModel(address(url), settings.text(Setting.INTERVIEWER_KEY), name, PATIENCE);
  }

  private static URI address(String url) {
    String base = url.replaceAll("/+$", "").replaceAll("/chat/completions$", "");
    try {
      URI address = URI.create(base + "/chat/completions");
      if (address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // told below, like an address of another kind
    }
    throw new BadSetting(
        "GHOSTWRITER_INTERVIEWER_URL must be an address such as http://127.0.0.1:11434/v1.");
  }

  @Override
  public String toString() {
    return "ChatModel[" + name + "]";
  }
}
