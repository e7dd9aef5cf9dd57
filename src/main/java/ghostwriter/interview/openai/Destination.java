package ghostwriter.interview.openai;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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

  URI address() {
    return URI.create(base + "?model=" + URLEncoder.encode(model, StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Destination[" + base + ", " + model + "]";
  }
}
