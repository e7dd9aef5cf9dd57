package ghostwriter.interview.openai;

import ghostwriter.interview.Line;
import ghostwriter.interview.websocket.ClientSocket;
import ghostwriter.interview.websocket.Patience;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import tools.jackson.databind.json.JsonMapper;

/// Opens lines to one Realtime endpoint. Safe for many threads.
public final class RealtimeProvider implements Line.Provider {
  private final Supplier<Destination> destination;
  private final JsonMapper json;
  private final InstantSource clock;
  private final Patience patience;
  private final Supplier<SSLSocketFactory> tls;

  /// @param destination asked at each call: the built-in engine's port is known only once it is
  ///   open
  public RealtimeProvider(Supplier<Destination> destination, JsonMapper json, InstantSource clock) {
    this(
        destination,
        json,
        clock,
        Patience.STANDARD,
        () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /// @param tls decides which certificates are believed
  RealtimeProvider(
      Supplier<Destination> destination,
      JsonMapper json,
      InstantSource clock,
      Patience patience,
      Supplier<SSLSocketFactory> tls) {
    this.destination = destination;
    this.json = json;
    this.clock = clock;
    this.patience = patience;
    this.tls = tls;
  }

  @Override
  public Line open(Line.Listener listener) {
    var line = new RealtimeLine(listener, new ClientSocket(patience, tls), json, clock);
    Thread.ofVirtual().name("line").start(() -> line.live(destination));
    return line;
  }
}
