package ghostwriter.interview.openai;

import static ghostwriter.interview.openai.Called.LONG;
import static ghostwriter.interview.openai.Called.SHORT;
import static ghostwriter.interview.openai.Called.hears;
import static ghostwriter.interview.openai.Called.patience;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.interview.Line;
import ghostwriter.interview.LineCommand;
import ghostwriter.interview.LineEvent;
import ghostwriter.interview.LineEvent.Complaint;
import ghostwriter.interview.LineEvent.Down;
import ghostwriter.interview.LineEvent.Up;
import ghostwriter.interview.Overheard;
import ghostwriter.testing.SteppingClock;
import ghostwriter.vocabulary.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// How lines end: always once, after all that came, with one sentence for people.
class LineEndsTest {
  private static final LineCommand HELLO =
      new LineCommand.ClientSaid("typed_1", new Words("Hello."));

  private static final Down LOST =
      new Down(false, "The connection to the interviewer was lost; connecting again.");
  private static final Down SILENT =
      new Down(false, "The interviewer does not answer; trying again.");
  private static final Down NO_CREDIT =
      new Down(true, "The interviewer's account has run out of credit; tell the operator.");

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aKeyThatIsRefusedIsNotTriedAgain(int status) {
    assertThat(hears(call -> call.refuse(status, error("invalid_api_key"))))
        .containsExactly(
            new Down(
                true, "The interviewer refused the server's key; tell the operator to renew it."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model_not_found", "call_id_not_found", ""})
  void anUnknownModelOrAddressIsNotTriedAgain(String code) {
    assertThat(hears(call -> call.refuse(404, code.isEmpty() ? "<html>" : error(code))))
        .containsExactly(
            new Down(true, "The interviewer's model or address is unknown; tell the operator."));
  }

  @Test
  void aBusyProviderIsTriedAgain() {
    assertThat(hears(call -> call.refuse(429, error("rate_limit_exceeded"))))
        .containsExactly(new Down(false, "The interviewer is busy; trying again."));
  }

  @Test
  void anEmptyAccountIsNotTakenForABusyProvider() {
    assertThat(hears(call -> call.refuse(429, error("insufficient_quota"))))
        .containsExactly(NO_CREDIT);
    assertThat(hears(call -> call.refuseInChunks(429, error("insufficient_quota"))))
        .containsExactly(NO_CREDIT);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void aProviderInTroubleIsTriedAgain(int status) {
    assertThat(hears(call -> call.refuse(status, "Bad gateway"))).containsExactly(SILENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 426})
  void anAddressWhereNobodySpeaksTheProtocolIsNotTriedAgain(int status) {
    assertThat(hears(call -> call.refuse(status, "Welcome")))
        .containsExactly(new Down(true, "The interviewer refuses this server; tell the operator."));
  }

  @Test
  void anAnswerThatIsNoAnswerIsTriedAgain() {
    assertThat(hears(call -> call.write("SSH-2.0-OpenSSH\r\n\r\n".getBytes(UTF_8))))
        .containsExactly(SILENT);
    assertThat(hears(call -> call.write("HTTP/1.1 101 Yes\r\n\r\n".getBytes(UTF_8))))
        .containsExactly(SILENT);
    assertThat(hears(_ -> {})).containsExactly(SILENT);
  }

  @Test
  void aProviderThatDoesNotAnswerTheHandshakeIsNotWaitedFor() {
    try (var called = Called.with(patience(SHORT, LONG, LONG), ProviderCall::hold)) {
      assertThat(called.heard.untilDown()).containsExactly(SILENT);
    }
  }

  @Test
  void aProviderThatBeginsNoSessionIsNotWaitedFor() {
    try (var called =
        Called.with(
            patience(SHORT, LONG, LONG),
            call -> {
              call.accept();
              call.hold();
            })) {
      assertThat(called.heard.untilDown()).containsExactly(SILENT);
    }
  }

  @Test
  void whereNobodyListensThereIsNoAnswer() throws IOException {
    int free;
    try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = door.getLocalPort();
    }
    var heard = new Overheard();

    Called.to(URI.create("ws://127.0.0.1:" + free + "/v1/realtime"), Called.PATIENT).open(heard);

    assertThat(heard.untilDown()).containsExactly(SILENT);
  }

  @Test
  void anAddressThatIsNotKnownYetIsTriedAgain() {
    var heard = new Overheard();
    var provider =
        new RealtimeProvider(
            () -> {
              throw new IllegalStateException("the server is not open yet");
            },
            new JsonMapper(),
            InstantSource.system());

    provider.open(heard);

    assertThat(heard.untilDown()).containsExactly(SILENT);
  }

  @ParameterizedTest
  @CsvSource({
    "insufficient_quota, true, The interviewer's account has run out of credit; tell the operator.",
    "invalid_api_key, true, The interviewer refused the server's key; tell the operator to renew it.",
    "model_not_found, true, The interviewer's model or address is unknown; tell the operator.",
    "beta_api_shape_disabled, true, The interviewer refuses this server; tell the operator.",
    "session_expired, false, The interviewer's session was at its end; connecting again.",
    "rate_limit_exceeded, false, The interviewer is busy; trying again.",
    "server_error, false, The connection to the interviewer was lost; connecting again."
  })
  void aComplaintBeforeTheCloseSaysWhy(String code, boolean forGood, String sentence) {
    assertThat(
            hears(call -> {
              call.begin();
              call.send("{'type':'error','error':{'code':'" + code + "'}}");
              call.close(1001);
            }))
        .hasSize(3)
        .startsWith(up())
        .endsWith(new Complaint(code), new Down(forGood, sentence));
  }

  @Test
  void aProviderWithoutCreditIsLeftThoughItHoldsTheLine() {
    assertThat(
            hears(call -> {
              call.begin();
              call.send("{'type':'error','error':{'code':'insufficient_quota'}}");
              call.hold();
            }))
        .endsWith(new Complaint("insufficient_quota"), NO_CREDIT);
  }

  @Test
  void aReplyThatFailsForWantOfCreditEndsTheLine() {
    assertThat(
            hears(call -> {
              call.begin();
              call.send(
                  "{'type':'response.done','response':{'id':'r1','status':'failed','status_details':"
                      + "{'type':'failed','error':{'code':'insufficient_quota'}}}}");
              call.hold();
            }))
        .endsWith(
            new LineEvent.ReplyEnded("r1", Optional.empty(), LineEvent.Outcome.FAILED), NO_CREDIT);
  }

  @Test
  void anOldComplaintIsNotTheReasonOfALaterEnd() {
    assertThat(
            hears(call -> {
              call.begin();
              call.send("{'type':'error','error':{'code':'rate_limit_exceeded'}}");
              call.send("{'type':'response.created','response':{'id':'r1'}}");
              call.close(1001);
            }))
        .endsWith(LOST);
  }

  @Test
  void aCloseOfTheBetaFormIsNotTriedAgain() {
    assertThat(
            hears(call -> {
              call.begin();
              call.close(4000);
            }))
        .endsWith(new Down(true, "The interviewer refuses this server; tell the operator."));
  }

  @Test
  void aConnectionThatBreaksInTheMiddleOfAFrameIsTriedAgain() {
    assertThat(
            hears(call -> {
              call.begin();
              call.write(new byte[] {(byte) 0x81, 100, '{', '"'});
              call.cut();
            }))
        .containsExactly(up(), LOST);
    assertThat(
            hears(call -> {
              call.begin();
              call.write(new byte[] {(byte) 0x81, 126, 1});
            }))
        .containsExactly(up(), LOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"end", "cut", "close"})
  void nothingThatCameIsLostThoughTheProviderIsGoneBeforeItIsHeard(String how) {
    var heard = new Overheard();
    var gone = new CountDownLatch(1);
    Line.Listener late =
        frame -> {
          awaitIt(gone);
          heard.on(frame);
        };
    try (var _ =
        Called.with(
            Called.PATIENT,
            late,
            call -> {
              call.begin();
              for (int i = 0; i < 5; i++) {
                call.send("{'type':'session.updated','number':" + i + "}");
              }
              switch (how) {
                case "cut" -> call.cut();
                case "close" -> call.close(1001);
                default -> call.end();
              }
              gone.countDown();
            })) {
      assertThat(heard.untilDown()).containsExactly(up(), LOST);
      assertThat(heard.frames()).hasSize(7);
    }
  }

  @Test
  void aProviderThatIsSilentAndDoesNotAnswerAPingIsGivenUp() {
    try (var called =
        Called.with(
            patience(LONG, SHORT, SHORT),
            call -> {
              call.begin();
              call.hold();
            })) {
      assertThat(called.heard.untilDown()).containsExactly(up(), LOST);
    }
  }

  @Test
  void aProviderThatAnswersPingsMayBeSilent() {
    try (var called =
        Called.with(
            patience(LONG, SHORT, LONG),
            call -> {
              call.begin();
              for (int pings = 0; pings < 4; pings++) {
                assertThat(call.get().kind()).isEqualTo(ProviderCall.PING);
                call.frame(ProviderCall.LAST | ProviderCall.PONG, new byte[0]);
              }
              call.close(1001);
            })) {
      assertThat(called.heard.untilDown()).containsExactly(up(), LOST);
      assertThat(called.heard.frames()).as("none of it is anybody's business").hasSize(2);
    }
  }

  @Test
  void aSlowListenerIsNotTakenForASilentProvider() {
    var heard = new Overheard();
    var go = new CountDownLatch(1);
    Line.Listener slow =
        frame -> {
          awaitIt(go);
          heard.on(frame);
        };
    try (var _ =
        Called.with(
            patience(LONG, SHORT, SHORT),
            slow,
            call -> {
              call.begin();
              call.ignore(SHORT.multipliedBy(4));
              call.send("{'type':'session.updated'}");
              call.close(1001);
              go.countDown();
            })) {
      assertThat(heard.untilDown()).containsExactly(up(), LOST);
      assertThat(heard.frames()).hasSize(3);
    }
  }

  private static void awaitIt(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aListenerThatFailsEndsTheLine() {
    var heard = new Overheard();
    Line.Listener failing =
        frame -> {
          heard.on(frame);
          if (frame.events().isEmpty()) {
            throw new IllegalStateException("as a test");
          }
        };
    try (var _ =
        Called.with(
            Called.PATIENT,
            failing,
            call -> {
              call.begin();
              call.send("{'type':'session.updated'}");
              call.hold();
            })) {
      assertThat(heard.untilDown()).containsExactly(up(), LOST);
    }
  }

  @Test
  void whateverIsSentOnALostLineDoesNothing() {
    try (var called =
        Called.with(call -> {
          call.begin();
          call.cut();
        })) {
      called.heard.untilDown();

      called.line.send(HELLO);
      called.line.close();
      called.line.send(HELLO);
      called.line.close();

      assertThat(called.heard.isWaiting()).isFalse();
    }
  }

  @Test
  void whoHangsUpIsToldNothingMoreAndTheProviderHearsIt() throws InterruptedException {
    var goodbye = new LinkedBlockingQueue<ProviderCall.Got>();
    try (var called =
        Called.with(call -> {
          call.begin();
          goodbye.add(call.get());
          goodbye.add(call.get());
          call.send("{'type':'session.updated'}");
          call.close(1000);
          call.get();
        })) {
      called.heard.until(Up.class);
      called.line.send(HELLO);
      called.line.close();

      assertThat(goodbye.poll(10, TimeUnit.SECONDS)).matches(it -> it.payload().contains("Hello."));
      assertThat(goodbye.poll(10, TimeUnit.SECONDS)).matches(it -> it.kind() == ProviderCall.CLOSE);
      called.provider.close();
      assertThat(called.heard.next().message()).as("the command").isPresent();
      assertThat(called.heard.isWaiting()).isFalse();
    }
  }

  @Test
  void whoHangsUpWhileItStillRingsIsToldNothing() throws InterruptedException {
    var ringing = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    try (var called =
        Called.with(call -> {
          ringing.countDown();
          try {
            call.get();
          } finally {
            over.countDown();
          }
        })) {
      ringing.await();
      called.line.close();

      assertThat(over.await(10, TimeUnit.SECONDS)).as("the connection is let go").isTrue();
      assertThat(called.heard.isWaiting()).isFalse();
    }
  }

  @Test
  void aProviderThatIgnoresTheGoodbyeIsLeft() throws InterruptedException {
    var over = new CountDownLatch(1);
    try (var called =
        Called.with(
            patience(LONG, SHORT, SHORT),
            call -> {
              call.begin();
              try {
                while (true) {
                  call.get();
                }
              } finally {
                over.countDown();
              }
            })) {
      called.heard.until(Up.class);
      called.line.close();

      assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static LineEvent up() {
    return new Up(Optional.of(new SteppingClock().instant().plus(LineReading.LENGTH)));
  }

  private static String error(String code) {
    return "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"" + code + "\"}}";
  }
}
