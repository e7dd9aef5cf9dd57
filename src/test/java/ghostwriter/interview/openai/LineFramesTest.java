package ghostwriter.interview.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.interview.Frame;
import ghostwriter.interview.LineCommand;
import ghostwriter.interview.LineEvent.Caption;
import ghostwriter.interview.LineEvent.Complaint;
import ghostwriter.interview.LineEvent.Down;
import ghostwriter.interview.LineEvent.Up;
import ghostwriter.transcript.Direction;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes over a line reaches the listener as it was, whatever its size and shape.
class LineFramesTest {
  private static final int THREE_MB = 3 * 1024 * 1024;
  private static final int MIB = 1024 * 1024;

  @ParameterizedTest
  @ValueSource(ints = {1_000, 65_535, 65_536, THREE_MB + 1_000})
  void aMessageOfThreeMegabytesArrivesInPiecesOfAnySize(int piece) {
    String much = "Grüße, 世界 ".repeat(THREE_MB / 17);

    try (var called =
        Called.with(call -> {
          call.begin();
          call.sendInFrames("{\"type\":\"session.updated\",\"much\":\"" + much + "\"}", piece);
          call.close(1000);
        })) {
      called.heard.untilDown();

      assertThat(called.heard.messages(Direction.FROM_PROVIDER).get(1).path("much").asString(""))
          .isEqualTo(much);
    }
  }

  @Test
  void aMessageWithoutAnEndIsNotCollectedForEver() {
    try (var called =
        Called.with(call -> {
          call.begin();
          call.frame(ProviderCall.TEXT, new byte[MIB]);
          for (int i = 0; i < 16; i++) {
            call.frame(ProviderCall.CONTINUATION, new byte[MIB]);
          }
          call.hold();
        })) {
      assertThat(called.heard.untilDown().getLast()).isInstanceOf(Down.class);
      assertThat(called.heard.frames()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"type\":\"session.up", "", "[1,2]", "\"Hello\"", "null", "I was born."})
  void whatIsNoEventIsNotedByItsLengthAndTheLineGoesOn(String text) {
    List<Frame> frames = frames(text, "{'type':'response.output_text.delta','delta':'Hi'}");

    assertThat(frames.get(1)).isEqualTo(Frame.unreadable(text.length()));
    assertThat(frames.get(1).direction()).isEqualTo(Direction.OWN);
    assertThat(frames.get(1).events()).containsExactly(new Complaint("unreadable_frame"));
    assertThat(frames.get(1).message().orElseThrow().toString())
        .isEqualTo(
            "{\"type\":\"ghostwriter.frame.unreadable\",\"characters\":" + text.length() + "}");
    assertThat(frames.get(2).events()).containsExactly(new Caption("", "Hi"));
  }

  private static List<Frame> frames(String... messages) {
    try (var called =
        Called.with(call -> {
          call.begin();
          for (String message : messages) {
            call.send(message);
          }
          call.close(1000);
        })) {
      called.heard.untilDown();
      return called.heard.frames();
    }
  }

  @Test
  void bytesThatHoldAnEventAreOneAndOthersAreNone() {
    try (var called =
        Called.with(call -> {
          call.begin();
          call.sendBinary("{'type':'response.output_text.delta','delta':'Hi'}");
          call.frame(ProviderCall.LAST | ProviderCall.BINARY, new byte[] {0, (byte) 0xFF, 1});
          call.close(1000);
        })) {
      assertThat(called.heard.untilDown())
          .contains(new Caption("", "Hi"), new Complaint("unreadable_frame"));
    }
  }

  @Test
  void eventsAreToldAsTheyWereThoughTheyMeanNothing() {
    String event = "{\"type\":\"from.the.future\",\"deep\":{\"a\":[1,null,\"ü\"]}}";

    Frame frame = frames(event).get(1);

    assertThat(frame.direction()).isEqualTo(Direction.FROM_PROVIDER);
    assertThat(frame.message().orElseThrow().toString()).isEqualTo(event);
    assertThat(frame.events()).isEmpty();
  }

  @Test
  void aPingIsAnsweredAlsoInTheMiddleOfAMessage() {
    try (var called =
        Called.with(call -> {
          call.begin();
          call.frame(ProviderCall.TEXT, "{\"type\":\"session.up".getBytes(UTF_8));
          call.ping("are you there?");
          assertThat(call.get())
              .isEqualTo(new ProviderCall.Got(ProviderCall.PONG, "are you there?"));
          call.frame(ProviderCall.LAST | ProviderCall.CONTINUATION, "dated\"}".getBytes(UTF_8));
          call.close(1000);
        })) {
      called.heard.untilDown();

      assertThat(called.heard.frames()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC1, 0x83, 0x80, 0x08, 0x8B})
  void whatIsNoWebSocketEndsTheLine(int head) {
    try (var called =
        Called.with(call -> {
          call.begin();
          call.frame(head, new byte[2]);
          call.hold();
        })) {
      assertThat(called.heard.untilDown()).hasSize(2);
    }
  }

  @Test
  void commandsAreToldBeforeTheyLeaveInTheirOrder() {
    try (var called =
        Called.with(call -> {
          call.begin();
          for (int i = 0; i < 50; i++) {
            call.send("{'type':'echo','of':'" + call.hear().at("/item/id").asString() + "'}");
          }
          call.close(1000);
        })) {
      called.heard.until(Up.class);
      for (int i = 0; i < 50; i++) {
        called.line.send(new LineCommand.ClientSaid("typed_" + i, new Words("Hello.")));
      }
      called.heard.untilDown();

      assertThat(ids(called, Direction.TO_PROVIDER, "/item/id"))
          .hasSize(50)
          .isEqualTo(ids(called, Direction.FROM_PROVIDER, "/of"));
    }
  }

  private static List<String> ids(Called called, Direction direction, String pointer) {
    return called.heard.messages(direction).stream()
        .map(message -> message.at(pointer).asString(""))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  @Test
  void whatIsSentBeforeTheLineIsOpenIsSentOnceItIs() throws InterruptedException {
    var heard = new LinkedBlockingQueue<String>();
    var open = new CountDownLatch(1);
    try (var called =
        Called.with(call -> {
          open.await();
          call.begin();
          heard.add(call.hear().path("type").asString());
          call.hold();
        })) {
      called.line.send(new LineCommand.Hush());
      open.countDown();

      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("response.cancel");
    }
  }
}
