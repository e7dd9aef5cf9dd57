package ghostwriter.interview.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.interview.Line;
import ghostwriter.interview.LineCommand;
import ghostwriter.interview.LineEvent;
import ghostwriter.interview.LocalEngine;
import ghostwriter.interview.Overheard;
import ghostwriter.settings.BadSetting;
import ghostwriter.settings.Settings;
import ghostwriter.testing.RunningServer;
import ghostwriter.vocabulary.Words;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Whom the interview calls.
class LineConfigurationTest {
  @Test
  void withoutSettingsAServerCallsItsOwnEngine() {
    var heard = new Overheard();
    try (Line line = RunningServer.shared().bean(Line.Provider.class).open(heard)) {
      line.send(new LineCommand.ClientSaid("typed_1", new Words("I was born in Bergen in 1951.")));
      line.send(new LineCommand.Reply("answer", Optional.empty(), true));

      assertThat(heard.until(LineEvent.ReplyEnded.class).outcome())
          .isEqualTo(LineEvent.Outcome.COMPLETED);
      assertThat(heard.events(LineEvent.Caption.class)).isNotEmpty();
    }
  }

  @Test
  void withItsSettingsAServerCallsTheHostedProvider() throws InterruptedException {
    var seen = new LinkedBlockingQueue<String>();
    try (var provider =
        new ScriptedProvider(call -> {
          seen.add(call.header("Authorization") + " " + call.path());
          call.begin();
          call.hold();
        })) {
      var heard = new Overheard();
      try (var _ =
          lines(hosted("GHOSTWRITER_LINE_URL", provider.address().toString())).open(heard)) {
        heard.until(LineEvent.Up.class);
      }

      assertThat(seen.poll(10, TimeUnit.SECONDS))
          .isEqualTo("Bearer sk-test /v1/realtime?model=gpt-realtime-2.1");
    }
  }

  @Test
  void aHostedProviderNeedsItsKey() {
    refuses(
        Map.of("GHOSTWRITER_LINE", "openai"),
        "GHOSTWRITER_LINE is openai; set the provider's key in GHOSTWRITER_LINE_KEY as well.");
  }

  @Test
  void aLineThatNobodyKnowsIsRefused() {
    refuses(Map.of("GHOSTWRITER_LINE", "telegraph"), "GHOSTWRITER_LINE must be local or openai.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.openai.com",
        "https://api.openai.com/v1/realtime",
        "wss:///v1/realtime",
        "wss://api.openai.com/v1/realtime?model=x",
        "wss://key@api.openai.com/v1/realtime",
        "wss://api.openai.com/v1/realtime#here",
        "wss://api openai com",
        "wss://"
      })
  void anAddressThatIsNoneIsRefused(String url) {
    refuses(
        hosted("GHOSTWRITER_LINE_URL", url),
        "GHOSTWRITER_LINE_URL must be an address without a query, such as"
            + " wss://api.openai.com/v1/realtime.");
  }

  @Test
  void aKeyThatNoHeaderCanCarryIsRefusedWithoutBeingQuoted() {
    refuses(
        hosted("GHOSTWRITER_LINE_KEY", "sk-üß"),
        "GHOSTWRITER_LINE_KEY must be printable ASCII without spaces.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wss://api.openai.com/v1/realtime",
        "ws://10.0.0.7:8080/v1/realtime/",
        "WSS://[::1]/realtime"
      })
  void anAddressThatIsOneIsTaken(String url) {
    assertThat(lines(hosted("GHOSTWRITER_LINE_URL", url))).isNotNull();
  }

  private static Map<String, String> hosted(String name, String value) {
    Map<String, String> environment = new HashMap<>();
    environment.put("GHOSTWRITER_LINE", "openai");
    environment.put("GHOSTWRITER_LINE_KEY", "sk-test");
    environment.put(name, value);
    return environment;
  }

  private static void refuses(Map<String, String> environment, String sentence) {
    assertThatThrownBy(() -> lines(environment))
        .isInstanceOf(BadSetting.class)
        .hasMessage(sentence);
  }

  private static Line.Provider lines(Map<String, String> environment) {
    return new LineConfiguration()
        .lineProvider(
            Settings.from(environment),
            new LocalEngine(() -> URI.create("ws://127.0.0.1:1/v1/realtime"), "sk-of-the-engine"),
            new JsonMapper(),
            InstantSource.system());
  }
}
