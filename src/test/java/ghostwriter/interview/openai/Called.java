package ghostwriter.interview.openai;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.interview.Line;
import ghostwriter.interview.LineEvent;
import ghostwriter.interview.Overheard;
import ghostwriter.interview.websocket.Patience;
import ghostwriter.testing.SteppingClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import tools.jackson.databind.json.JsonMapper;

/// A provider that plays a script, and a line to it.
final class Called implements AutoCloseable {
  static final String KEY = "sk-never-to-be-told";
  static final String MODEL = "a model/1";
  static final Duration LONG = Duration.ofSeconds(10);
  static final Duration SHORT = Duration.ofMillis(60);
  static final Patience PATIENT = patience(LONG, LONG, LONG);

  final Overheard heard = new Overheard();
  final ScriptedProvider provider;
  final Line line;

  private Called(ScriptedProvider provider, Patience patience, Line.Listener listener) {
    this.provider = provider;
    line = to(provider.address(), patience).open(listener);
  }

  private Called(ScriptedProvider provider, Patience patience) {
    this.provider = provider;
    line = to(provider.address(), patience).open(heard);
  }

  static Called with(ScriptedProvider.Script script) {
    return with(PATIENT, script);
  }

  static Called with(Patience patience, ScriptedProvider.Script script) {
    return new Called(new ScriptedProvider(script), patience);
  }

  /// Another listener than the usual one.
  static Called with(Patience patience, Line.Listener listener, ScriptedProvider.Script script) {
    return new Called(new ScriptedProvider(script), patience, listener);
  }

  static RealtimeProvider to(URI address, Patience patience) {
    return new RealtimeProvider(
        () -> new Destination(address, KEY, MODEL),
        JsonMapper.builder().build(),
        new SteppingClock(),
        patience,
        () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  static Patience patience(Duration connect, Duration quiet, Duration answer) {
    return new Patience(connect, quiet, answer, Duration.ofMillis(200));
  }

  /// All events of a line whose provider does this, from the first to the last.
  static List<LineEvent> hears(ScriptedProvider.Script script) {
    try (var called = with(script)) {
      List<LineEvent> events = called.heard.untilDown();
      called.provider.close();
      assertThat(called.heard.isWaiting()).as("anything after the end").isFalse();
      return events;
    }
  }

  /// What these server events mean, between the beginning of a line and its end.
  static List<LineEvent> means(String... events) {
    List<LineEvent> all =
        hears(call -> {
          call.begin();
          for (String event : events) {
            call.send(event);
          }
          call.close(1000);
        });
    return all.subList(1, all.size() - 1);
  }

  @Override
  public void close() {
    line.close();
    provider.close();
  }
}
