package ghostwriter.interview.openai;

import static ghostwriter.interview.openai.Called.means;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.interview.LineCommand;
import ghostwriter.interview.LineEvent.Caption;
import ghostwriter.interview.LineEvent.Complaint;
import ghostwriter.interview.LineEvent.Kept;
import ghostwriter.interview.LineEvent.Outcome;
import ghostwriter.interview.LineEvent.ReplyEnded;
import ghostwriter.interview.LineEvent.ReplyRefused;
import ghostwriter.interview.LineEvent.ReplyStarted;
import ghostwriter.interview.LineEvent.Said;
import ghostwriter.interview.LineEvent.ToolCalled;
import ghostwriter.interview.LineEvent.Up;
import ghostwriter.testing.SteppingClock;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a provider's events mean, over a real socket.
class LineMeaningTest {
  private final Instant now = new SteppingClock().instant();
  private static final Optional<String> ANSWER = Optional.of("answer");
  private static final String CREATED =
      "{'type':'response.created','event_id':'e1','response':{'id':'r1','conversation_id':'c1',"
          + "'metadata':{'purpose':'answer'}}}";
  private static final String DONE =
      "{'type':'response.done','event_id':'e2','response':{'id':'r1','conversation_id':'c1',"
          + "'status':'completed','metadata':{'purpose':'answer'}}}";

  private static final List<String> TYPES =
      List.of(
          "session.created",
          "conversation.item.added",
          "response.created",
          "response.output_text.delta",
          "response.output_item.done",
          "response.done",
          "error",
          "function_call",
          "failed");
  private static final List<String> FIELDS =
      List.of(
          "event_id",
          "session",
          "expires_at",
          "item",
          "id",
          "response",
          "conversation_id",
          "metadata",
          "purpose",
          "status",
          "status_details",
          "error",
          "code",
          "type",
          "call_id",
          "arguments",
          "delta",
          "item_id",
          "response_id");

  @Test
  void aReplyBeginsSaysAndEnds() {
    assertThat(means(CREATED, said("e3", "Hello"), said("e4", " there."), DONE))
        .containsExactly(
            new ReplyStarted("r1", ANSWER),
            new Caption("item_1", "Hello"),
            new Caption("item_1", " there."),
            new ReplyEnded("r1", ANSWER, Outcome.COMPLETED));
  }

  @Test
  void whatComesTwiceMeansNothingTheSecondTime() {
    assertThat(means(CREATED, CREATED, said("e3", "Hello"), said("e3", "Hello"), DONE, DONE))
        .containsExactly(
            new ReplyStarted("r1", ANSWER),
            new Caption("item_1", "Hello"),
            new ReplyEnded("r1", ANSWER, Outcome.COMPLETED));
  }

  @Test
  void aReplyBeginsAndEndsOnceAlsoWhereItsEventsComeAgainUnderNewIds() {
    assertThat(
            means(
                CREATED,
                CREATED.replace("e1", "e5"),
                DONE,
                DONE.replace("e2", "e6"),
                CREATED.replace("e1", "e7")))
        .containsExactly(
            new ReplyStarted("r1", ANSWER), new ReplyEnded("r1", ANSWER, Outcome.COMPLETED));
  }

  @Test
  void aReplyWhoseEndCameBeforeItsBeginningIsOver() {
    assertThat(means(DONE, CREATED))
        .containsExactly(
            new ReplyStarted("r1", ANSWER), new ReplyEnded("r1", ANSWER, Outcome.COMPLETED));
  }

  @Test
  void aReplyKeepsThePurposeItBeganWith() {
    assertThat(means(CREATED, "{'type':'response.done','response':{'id':'r1','metadata':null}}"))
        .endsWith(new ReplyEnded("r1", ANSWER, Outcome.COMPLETED));
  }

  @ParameterizedTest
  @CsvSource({"cancelled, CANCELLED", "incomplete, INCOMPLETE", "completed, COMPLETED"})
  void aReplyMayEndInSeveralWays(String status, Outcome outcome) {
    assertThat(means(CREATED, DONE.replace("completed", status)))
        .endsWith(new ReplyEnded("r1", ANSWER, outcome));
  }

  @ParameterizedTest
  @CsvSource({
    "{'code':'rate_limit_exceeded'}, rate_limit_exceeded",
    "{'type':'server_error'}, server_error",
    "null, unknown"
  })
  void aReplyThatFailedSaysWhyBeforeItEnds(String error, String code) {
    String failed =
        DONE.replace(
            "'status':'completed'",
            "'status':'failed','status_details':{'type':'failed','error':" + error + "}");

    assertThat(means(CREATED, failed.replace("\"", "'")))
        .containsExactly(
            new ReplyStarted("r1", ANSWER),
            new Complaint(code),
            new ReplyEnded("r1", ANSWER, Outcome.FAILED));
  }

  @Test
  void aReplyIsRefusedWhileAnotherOneRuns() {
    assertThat(means(error("'code':'conversation_already_has_active_response'")))
        .containsExactly(new ReplyRefused());
  }

  @Test
  void aReplyThatCannotEvenBeginHasFailed() {
    assertThat(means(error("'code':'conversation_too_long','event_id':'reply:narrate:7'")))
        .containsExactly(
            new Complaint("conversation_too_long"),
            new ReplyEnded("", Optional.of("narrate:7"), Outcome.FAILED));
  }

  @ParameterizedTest
  @CsvSource({
    "'''code'':''invalid_value''', invalid_value",
    "'''code'':null,''type'':''invalid_request_error''', invalid_request_error",
    "'''type'':''server_error''', server_error",
    "'''code'':''I was born in Bergen.''', unknown",
    "'''message'':''Something''', unknown",
    "'''code'':7', 7"
  })
  void aComplaintIsAWordAndNeverASentence(String error, String code) {
    assertThat(means(error(error))).containsExactly(new Complaint(code));
  }

  @Test
  void rateLimitsAndUnknownEventsAndFieldsMeanNothing() {
    assertThat(
            means(
                "{'type':'rate_limits.updated','rate_limits':[{'name':'tokens','remaining':0}]}",
                "{'type':'response.output_text.hologram','delta':'x'}",
                "{'event_id':'no type'}",
                "{'type':7}",
                "{'type':'response.output_text.delta','item_id':'i','delta':'Hi','obfuscation':'z'}"))
        .containsExactly(new Caption("i", "Hi"));
  }

  @Test
  void aToolIsCalledOnceItsArgumentsAreWhole() {
    assertThat(
            means(
                call("'call_id':'c1','name':'look_up','arguments':'{}','status':'completed'"),
                call("'call_id':'c2','name':'look_up','arguments':{'a':1}")))
        .containsExactly(
            new ToolCalled("c1", "look_up", "{}"), new ToolCalled("c2", "look_up", "{\"a\":1}"));
  }

  @Test
  void whatWasSaidToItsEndIsToldBeforeTheReplysEnd() {
    String whole =
        "{'type':'response.output_item.done','item':{'type':'message','id':'i','status':'completed'}}";

    assertThat(means(CREATED, whole, whole.replace("completed", "incomplete"), DONE))
        .containsExactly(
            new ReplyStarted("r1", ANSWER),
            new Said("i"),
            new ReplyEnded("r1", ANSWER, Outcome.COMPLETED));
  }

  @Test
  void halfACallIsNoCall() {
    assertThat(
            means(
                call("'call_id':'c1','name':'look_up','arguments':'{','status':'incomplete'"),
                call("'call_id':'c1','name':'look_up','arguments':'{','status':'in_progress'"),
                call("'name':'look_up','arguments':'{}','status':'completed'"),
                "{'type':'response.function_call_arguments.done','call_id':'c1','arguments':'{}'}"))
        .isEmpty();
  }

  @Test
  void whatStandsBesideTheConversationMeansNothing() {
    assertThat(
            means(
                "{'type':'response.created','response':{'id':'r9','conversation_id':null}}",
                "{'type':'response.output_text.delta','response_id':'r9','delta':'psst'}",
                "{'type':'response.output_item.done','response_id':'r9','item':"
                    + "{'type':'function_call','call_id':'c1','name':'look_up','arguments':'{}'}}",
                "{'type':'response.done','response':{'id':'r9','conversation_id':null}}"))
        .isEmpty();
  }

  @Test
  void onlyWhatWasSentUnderAnIdOfOursIsKeptAndOnce() {
    try (var called =
        Called.with(call -> {
          call.begin();
          String mine = call.hear().path("item").path("id").asString();
          call.send(item("added", "somebody_elses"));
          call.send(item("added", mine));
          call.send(item("done", mine));
          call.close(1000);
        })) {
      called.heard.until(Up.class);
      called.line.send(new LineCommand.ClientSaid("typed_1", new Words("Hello.")));
      called.heard.untilDown();

      assertThat(called.heard.events(Kept.class)).containsExactly(new Kept("typed_1"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",'expires_at':0",
        ",'expires_at':null",
        ",'expires_at':12",
        ",'expires_at':9223372036854775807",
        ",'expires_at':'soon'"
      })
  void aSessionThatDoesNotSayWhenItEndsLivesAsLongAsTheProtocolAllows(String field) {
    assertThat(up(field)).isEqualTo(new Up(Optional.of(now.plus(Duration.ofMinutes(60)))));
  }

  @Test
  void aSessionThatSaysWhenItEndsIsBelieved() {
    Instant end = now.plus(Duration.ofMinutes(30));

    assertThat(up(",'expires_at':" + end.getEpochSecond())).isEqualTo(new Up(Optional.of(end)));
  }

  @Test
  void aLineComesUpOnce() {
    assertThat(means("{'type':'session.created','session':{}}")).isEmpty();
  }

  @RepeatedTest(200)
  void noEventHoweverOddIsTooMuch(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var reading = new LineReading(new SteppingClock());

    for (int i = 0; i < 50; i++) {
      assertThat(reading.events(odd(random, 3))).isNotNull();
    }
  }

  /// An event whose fields have the right names and any values.
  private static ObjectNode odd(Random random, int depth) {
    ObjectNode odd = JsonNodeFactory.instance.objectNode();
    odd.put("type", one(random, TYPES));
    for (int i = random.nextInt(8); i > 0; i--) {
      String name = one(random, FIELDS);
      switch (random.nextInt(depth > 0 ? 6 : 4)) {
        case 0 -> odd.put(name, random.nextLong());
        case 1 -> odd.putNull(name);
        case 2 -> odd.put(name, one(random, TYPES));
        case 3 -> odd.putArray(name).add(random.nextDouble());
        default -> odd.set(name, odd(random, depth - 1));
      }
    }
    return odd;
  }

  private static String one(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static Object up(String field) {
    return Called.hears(
            call -> {
              call.accept();
              call.send("{'type':'session.created','session':{'id':'s'" + field + "}}");
              call.close(1000);
            })
        .getFirst();
  }

  private static String said(String event, String delta) {
    return "{'type':'response.output_text.delta','event_id':'%s','response_id':'r1','item_id':'item_1','delta':'%s'}"
        .formatted(event, delta);
  }

  private static String error(String fields) {
    return "{'type':'error','event_id':'x','error':{" + fields + "}}";
  }

  private static String call(String fields) {
    return "{'type':'response.output_item.done','response_id':'r1','item':{'type':'function_call',%s}}"
        .formatted(fields);
  }

  private static String item(String what, String id) {
    return "{'type':'conversation.item.%s','item':{'id':'%s','type':'message'}}"
        .formatted(what, id);
  }
}
