package ghostwriter.realtime;

import ghostwriter.interview.Line;
import ghostwriter.interview.LineContract;
import ghostwriter.interview.openai.Destination;
import ghostwriter.interview.openai.RealtimeProvider;
import java.net.URI;
import java.time.InstantSource;
import tools.jackson.databind.json.JsonMapper;

/// A line to the built-in engine does what every line does.
class EngineLineTest extends LineContract {
  private final URI address =
      URI.create("ws://127.0.0.1:" + TestEngine.shared().port + "/v1/realtime");

  @Override
  protected Line.Provider provider() {
    return new RealtimeProvider(
        () -> new Destination(address, TestEngine.KEY, "test"),
        new JsonMapper(),
        InstantSource.system());
  }
}
