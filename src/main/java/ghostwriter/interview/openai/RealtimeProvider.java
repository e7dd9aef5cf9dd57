package ghostwriter.interview.openai;

import ghostwriter.interview.Line;
import java.net.http.HttpClient;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// Opens lines to one Realtime endpoint. Safe for many threads.
public final class RealtimeProvider implements Line.Provider {
  private final HttpClient http;
  private final Supplier<RealtimeEndpoint> endpoint;
  private final JsonMapper json;

  /// @param endpoint asked at each call: the built-in engine's port is known only once it is open
  public RealtimeProvider(HttpClient http, Supplier<RealtimeEndpoint> endpoint, JsonMapper json) {
    this.http = http;
    this.endpoint = endpoint;
    this.json = json;
  }

  @Override
  public Line open(Line.Listener listener) {
    return RealtimeLine.open(http, endpoint.get(), json, listener);
  }
}
