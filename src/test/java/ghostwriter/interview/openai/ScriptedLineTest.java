package ghostwriter.interview.openai;

import ghostwriter.interview.Line;
import ghostwriter.interview.LineContract;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.json.JsonMapper;

/// A line to a scripted provider does what every line does.
class ScriptedLineTest extends LineContract {
  private final ScriptedProvider provider = new ScriptedProvider(new PoliteProvider());

  @Override
  protected Line.Provider provider() {
    return new RealtimeProvider(
        () -> new Destination(provider.address(), Called.KEY, Called.MODEL),
        new JsonMapper(),
        InstantSource.system());
  }

  @AfterEach
  void close() {
    provider.close();
  }
}
