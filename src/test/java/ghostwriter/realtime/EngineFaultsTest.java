package ghostwriter.realtime;

import static ghostwriter.realtime.ItemEventsTest.user;
import static ghostwriter.realtime.TestEngine.KEY;
import static ghostwriter.realtime.TestEngine.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineFaultsTest {
  private static final int MIB = 1024 * 1024;
  private static final Limits TIGHT =
      new Limits(Duration.ofMillis(1_500), 3, MIB, 2 * MIB, 4 * MIB);

  private final TestEngine engine = TestEngine.shared();
  private final RehearsedResponder responder = new RehearsedResponder();
  private TestEngine tight;

  @BeforeAll
  void openATightOne() {
    tight = new TestEngine(responder, TIGHT);
  }

  @AfterAll
  void close() {
    tight.close();
  }

  @Test
  void aLargeEventInManyFramesIsOneEvent() {
    try (Wire wire = engine.session()) {
      String text = "word ".repeat(600_000);
      wire.sendInFrames(user(text), 4_000);
      JsonNode added = wire.expect("conversation.item.added");
      assertThat(added.path("item").path("content").path(0).path("text").asString())
          .isEqualTo(text);
    }
  }

  @Test
  void frameBordersMayCutACharacter() {
    try (Wire wire = engine.session()) {
      wire.sendInFrames(user("Grüße aus Tromsø — 東京 🙂"), 1);
      JsonNode added = wire.expect("conversation.item.added");
      assertThat(added.path("item").path("content").path(0).path("text").asString())
          .isEqualTo("Grüße aus Tromsø — 東京 🙂");
    }
  }

  @Test
  void jsonInABinaryFrameIsAnEvent() {
    try (Wire wire = engine.session()) {
      wire.sendBinary("{\"type\":\"input_audio_buffer.clear\"}");
      wire.expect("input_audio_buffer.cleared");
    }
  }

  @Test
  void anOversizedEventClosesItsSocketOnly() {
    try (Wire other = engine.session();
        Wire wire = engine.session()) {
      byte[] part = new byte[MIB];
      java.util.Arrays.fill(part, (byte) 'a');
      wire.frame(1, part);
      try {
        for (int i = 0; i < 20; i++) {
          wire.frame(0, part);
        }
      } catch (java.io.UncheckedIOException alreadyClosed) {
        // the close may come while much is still being sent
      }
      assertThat(closeCode(wire)).isIn(1009, 1006);
      other.send(user("still here")).send("{\"type\":\"response.create\"}");
      other.until("response.done");
    }
  }

  private static int closeCode(Wire wire) {
    try {
      return wire.closeCode();
    } catch (java.io.UncheckedIOException reset) {
      return 1006;
    }
  }

  @Test
  void malformedFramesCloseTheirSocketOnly() {
    List<byte[]> malformed =
        List.of(
            new byte[] {(byte) 0x81, 5, 1, 2, 3, 4, 5}, // not masked
            new byte[] {(byte) 0xF1, (byte) 0x80, 0, 0, 0, 0}, // reserved bits
            new byte[] {(byte) 0x83, (byte) 0x80, 0, 0, 0, 0}, // reserved opcode
            new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, (byte) 0xC3, 0x28}, // no UTF-8
            new byte[] {(byte) 0x80, (byte) 0x80, 0, 0, 0, 0}); // goes on with nothing
    for (byte[] frame : malformed) {
      try (Wire wire = engine.session()) {
        wire.raw(frame);
        assertThat(closeCode(wire)).isIn(1002, 1007, 1006);
      }
    }
    try (Wire wire = engine.session()) {
      wire.send("{\"type\":\"input_audio_buffer.clear\"}");
      wire.expect("input_audio_buffer.cleared");
    }
  }

  @Test
  void aSessionExpiresWithItsErrorAndTheCodeForGoingAway() {
    try (Wire wire = tight.session();
        Wire side = tight.open("?call_id=" + wire.callId(), bearer(KEY))) {
      assertThat(wire.expect("error").path("error").path("code").asString())
          .isEqualTo("session_expired");
      assertThat(wire.closeCode()).isEqualTo(1001);
      side.expect("error");
      assertThat(side.closeCode()).isEqualTo(1001);
    }
  }

  @Test
  void sessionsAreBoundedAndRoomComesBack() {
    List<Wire> open = new ArrayList<>();
    for (int i = 0; i < TIGHT.sessions(); i++) {
      open.add(tight.session());
    }
    try (Wire refused = tight.open("?model=test", bearer(KEY))) {
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body().path("error").path("code").asString())
          .isEqualTo("server_is_overloaded");
    }
    open.forEach(wire -> {
      wire.closeCode();
      wire.close();
    });
    try (Wire again = tight.open("?model=test", bearer(KEY))) {
      again.expect("session.created");
    }
  }

  @Test
  void aSlowReaderIsClosedAndTheOthersAreServed() throws InterruptedException {
    try (Wire other = engine.session();
        Wire slow = engine.session()) {
      slow.send(user("flood")).send("{\"type\":\"response.create\"}");
      other.send(user("hello")).send("{\"type\":\"response.create\"}");
      other.until("response.done");

      assertThat(TestEngine.rehearsed().flooded.poll(30, TimeUnit.SECONDS)).isNotNull();
      assertThat(closeCode(slow)).isIn(1008, 1006);
    }
  }
}
