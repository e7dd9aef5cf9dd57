package ghostwriter.interview.openai;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where a line leads.
///
/// @param base the address before the query, `ws://…/v1/realtime` or `wss://…`
/// @param key goes into a header and nowhere else; `toString` does not tell it
public record RealtimeEndpoint(URI base, String key, String model) {
  URI address() {
    return URI.create(base + "?model=" + URLEncoder.encode(model, StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "RealtimeEndpoint[" + base + ", " + model + "]";
  }
}
