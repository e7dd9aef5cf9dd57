package ghostwriter.interview.openai;

import static ghostwriter.interview.openai.Called.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ghostwriter.interview.LineCommand;
import ghostwriter.interview.LineEvent.Up;
import ghostwriter.interview.Overheard;
import ghostwriter.testing.Log;
import ghostwriter.vocabulary.Words;
import java.net.URI;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// The provider's key stands in one header of the handshake. What the client said stands in no log.
class LineKeyTest {
  private static final String SECRET = "Zwickelfritz";

  private final Logger own = (Logger) LoggerFactory.getLogger("ghostwriter.interview");
  private final Log log = Log.ofAll();

  @BeforeEach
  void listen() {
    own.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    own.setLevel(null);
    log.close();
  }

  @Test
  void theKeyStandsInTheHeaderAndTheModelInTheAddress() throws InterruptedException {
    var seen = new LinkedBlockingQueue<String>();
    try (var called =
        Called.with(call -> {
          seen.add(call.header("Authorization"));
          seen.add(call.path());
          seen.add(call.header("OpenAI-Beta"));
          call.begin();
          call.close(1000);
        })) {
      called.heard.untilDown();

      assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("Bearer " + KEY);
      assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("/v1/realtime?model=a+model%2F1");
      assertThat(seen.poll(10, TimeUnit.SECONDS)).as("the beta form is dead").isEmpty();
    }
  }

  @Test
  void theKeyIsToldNeitherByFramesNorByTheLogHoweverALineEnds() {
    List<ScriptedProvider.Script> ends =
        List.of(
            call -> call.refuse(401, "{\"error\":{\"message\":\"" + KEY + "\",\"code\":\"x\"}}"),
            call -> call.refuse(401, "{\"error\":{\"code\":\"" + KEY + " is wrong\"}}"),
            call -> {
              call.begin();
              call.hear();
              call.send("{\"error\":\"" + SECRET);
              call.send("{'type':'error','error':{'code':'" + SECRET + " is wrong'}}");
              call.cut();
            },
            ProviderCall::cut);
    for (ScriptedProvider.Script end : ends) {
      try (var called = Called.with(end)) {
        called.line.send(new LineCommand.ClientSaid("typed_1", new Words(SECRET)));
        called.heard.untilDown();

        assertThat(told(called.heard)).doesNotContain(KEY).isNotEmpty();
        assertThat(called.line.toString()).doesNotContain(KEY);
      }
    }

    assertThat(log.lines()).as("every end is told").hasSizeGreaterThanOrEqualTo(ends.size());
    assertThat(log.lines()).noneMatch(line -> line.contains(KEY) || line.contains(SECRET));
  }

  @Test
  void aListenerThatFailsDoesNotBringWordsIntoTheLog() {
    var heard = new Overheard();
    try (var _ =
        Called.with(
            Called.PATIENT,
            frame -> {
              heard.on(frame);
              if (frame.events().stream().anyMatch(Up.class::isInstance)) {
                throw new IllegalStateException(SECRET);
              }
            },
            ProviderCall::begin)) {
      heard.untilDown();
    }

    assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(SECRET));
  }

  @Test
  void whatHoldsTheKeyDoesNotTellIt() {
    URI address = URI.create("wss://provider.example/v1/realtime");

    assertThat(new Destination(address, KEY, "m").toString())
        .isEqualTo("Destination[wss://provider.example/v1/realtime, m]");
    assertThat(catchThrowable(() -> new Destination(address, KEY + "\r\nX: y", "m")))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(KEY));
  }

  private static String told(Overheard heard) {
    return heard.frames().stream().flatMap(frame -> frame.message().stream()).toList()
        + heard.events().toString();
  }
}
