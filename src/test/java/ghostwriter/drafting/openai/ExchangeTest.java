package ghostwriter.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.openai.Fault.Kind;
import ghostwriter.drafting.openai.Reply.CutShort;
import ghostwriter.drafting.openai.Reply.Declined;
import ghostwriter.drafting.openai.Reply.End;
import ghostwriter.drafting.openai.Reply.Failed;
import ghostwriter.drafting.openai.Reply.Whole;
import ghostwriter.drafting.openai.ScriptedProvider.Request;
import ghostwriter.vocabulary.Words;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One question to a provider, over a real socket, in both forms, in one piece and streamed.
class ExchangeTest {
  private static final Tally TALLY = new Tally(4_000, 1_000, 500, 200);

  /// A way to ask.
  record Way(Form form, boolean stream) {
    @Override
    public String toString() {
      return form.path() + (stream ? ", streamed" : "");
    }
  }

  private final ScriptedProvider api = new ScriptedProvider();

  @AfterEach
  void close() {
    api.close();
  }

  static Stream<Way> ways() {
    return Stream.of(
        new Way(new ResponsesForm(), false),
        new Way(new ResponsesForm(), true),
        new Way(new ChatForm(), false),
        new Way(new ChatForm(), true));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anAnswerIsReadWithWhatItTook(Way way) {
    api.says("{\"summary\": \"Zürich – 🚢\"}");

    assertThat(ask(way)).isEqualTo(new Whole(new Words("{\"summary\": \"Zürich – 🚢\"}"), TALLY));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anAnswerMayBeEmpty(Way way) {
    api.says("");

    assertThat(ask(way)).isEqualTo(new Whole(Words.NONE, TALLY));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aRefusalIsNoFault(Way way) {
    api.answers(ScriptedAnswer.declining("I cannot help with that."));

    assertThat(ask(way))
        .isEqualTo(
            new Declined(new Words("I cannot help with that."), new Tally(4_000, 1_000, 500, 20)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anAnswerThatRanOutOfRoomIsCutShort(Way way) {
    api.answers(ScriptedAnswer.saying("{\"sections\": [").ending("max_output_tokens"));

    assertThat(ask(way)).isEqualTo(new CutShort(End.NO_ROOM, TALLY));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anAnswerThatAFilterCutIsToldApart(Way way) {
    api.answers(ScriptedAnswer.saying("{\"sections\": [").ending("content_filter"));

    assertThat(ask(way)).isEqualTo(new CutShort(End.FILTERED, TALLY));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aServersFailureWithinAnAnswerPasses(Way way) {
    api.answers(ScriptedAnswer.saying("{").ending("server_error"));

    assertFault(ask(way), Kind.DOWN, "server_error", true);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anEmptyAccountIsSeenWithinAnAnswerToo(Way way) {
    api.answers(ScriptedAnswer.saying("{").ending("credit_balance_exhausted"));

    assertFault(ask(way), Kind.CREDIT, "credit_balance_exhausted", false);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void usageMayTellNothingOfWritesToTheCacheOrBeMissing(Way way) {
    api.answers(ScriptedAnswer.saying("{}").using(900, 0, null, 20));
    api.answers(ScriptedAnswer.saying("{}").withoutUsage());

    assertThat(ask(way).tally()).isEqualTo(new Tally(900, 0, 0, 20));
    assertThat(ask(way).tally()).isEqualTo(Tally.NONE);
  }

  @Test
  void theResponsesFormHoldsTheAnswerToTheSchemaAndLeavesNothingBehind() throws Exception {
    api.says("{}");
    ask(new Way(new ResponsesForm(), true));

    Request request = api.requests.take();
    assertThat(request.path()).isEqualTo("/v1/responses");
    assertThat(request.key()).isEqualTo("Bearer sk-drafter");
    assertThat(request.body().path("store").asBoolean(true)).isFalse();
    assertThat(request.body().at("/text/format/schema")).isEqualTo(Providers.ASK.schema());
    assertThat(request.body().at("/text/format/strict").asBoolean()).isTrue();
    assertThat(request.body().path("max_output_tokens").asInt()).isEqualTo(900);
    assertThat(request.body().path("instructions").asString()).isEqualTo("the rules");
    assertThat(request.body().at("/input/0/content").asString()).isEqualTo("the task");
    assertThat(request.body().path("prompt_cache_key").asString()).isEqualTo("gw:1");
    assertThat(request.body().has("temperature")).isFalse();
  }

  @Test
  void theChatFormAsksForTheUsageAtTheEnd() throws Exception {
    api.says("{}");
    ask(new Way(new ChatForm(), true));

    Request request = api.requests.take();
    assertThat(request.path()).isEqualTo("/v1/chat/completions");
    assertThat(request.body().at("/response_format/json_schema/schema"))
        .isEqualTo(Providers.ASK.schema());
    assertThat(request.body().at("/stream_options/include_usage").asBoolean()).isTrue();
    assertThat(request.body().path("max_completion_tokens").asInt()).isEqualTo(900);
    assertThat(request.body().at("/messages/0/role").asString()).isEqualTo("system");
    assertThat(request.body().at("/messages/1/content").asString()).isEqualTo("the task");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "429, rate_limit_exceeded, BUSY, true",
        "429, slow_down, BUSY, true",
        "429, insufficient_quota, CREDIT, false",
        "429, credit_balance_exhausted, CREDIT, false",
        "429, project_spend_limit_exceeded, CREDIT, false",
        "503, server_is_overloaded, BUSY, true",
        "500, server_error, DOWN, true",
        "502, -, DOWN, true",
        "408, -, DOWN, true",
        "409, -, DOWN, true",
        "401, invalid_api_key, KEY, false",
        "403, unsupported_country_region_territory, KEY, false",
        "404, model_not_found, MODEL, false",
        "400, context_length_exceeded, TOO_LONG, false",
        "400, invalid_prompt, POLICY, false",
        "400, decimal_below_min_value, REQUEST, false",
        "422, -, REQUEST, false"
      })
  void aRefusalTellsWhetherToAskAgain(
      int status, @Nullable String code, Kind kind, boolean passing) {
    api.refuses(status, ScriptedProvider.error("some_type", code));

    Reply reply = ask(new Way(new ResponsesForm(), true));
    assertFault(reply, kind, code == null ? "some_type" : code, passing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": \"the model is loading\"}",
        "{\"detail\": [{\"msg\": \"field required\"}]}",
        "{\"error\": {\"code\": 400, \"message\": \"bad\"}}",
        "<html><body>Bad Gateway</body></html>",
        ""
      })
  void anErrorsBodyMayBeAnything(String body) {
    api.refuses(502, body);

    assertFault(ask(new Way(new ChatForm(), true)), Kind.DOWN, "", true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "retry-after-ms: 250 | 250",
        "retry-after: 7 | 7000",
        "retry-after: 1.5 | 1500",
        "retry-after: 90 | 90000",
        "retry-after: Sun, 01 Mar 2026 09:00:20 GMT | 20000",
        "retry-after: Sun, 01 Mar 2026 08:00:00 GMT | 0",
        "retry-after: soon | -"
      })
  void theHeadersTellHowLongToWait(String header, @Nullable Long milliseconds) {
    api.refuses(429, ScriptedProvider.error("rate_limit_error", "rate_limit_exceeded"), header);

    assertThat(fault(ask(new Way(new ChatForm(), false))).after())
        .isEqualTo(Optional.ofNullable(milliseconds).map(Duration::ofMillis));
  }

  @Test
  void theProvidersOwnAdviceCountsButNeverAgainstAnEmptyAccount() {
    api.refuses(500, "", "x-should-retry: false");
    api.refuses(400, "", "x-should-retry: true");
    api.refuses(429, ScriptedProvider.error("insufficient_quota", null), "x-should-retry: true");

    var way = new Way(new ResponsesForm(), false);
    assertThat(fault(ask(way)).passing()).isFalse();
    assertThat(fault(ask(way)).passing()).isTrue();
    assertThat(fault(ask(way)).passing()).isFalse();
  }

  @Test
  void whatAProviderSaysIsNotKeptWhereItIsNoCode() {
    api.refuses(400, ScriptedProvider.error("My aunt's debts", null));

    assertThat(fault(ask(new Way(new ChatForm(), true))).code()).isEmpty();
  }

  @Test
  void aStreamMayBeCutInTheMiddleOfACharacter() {
    byte[] all =
        String.join("", ScriptedAnswer.saying("{\"a\": \"Zürich 🚢\"}").events(true))
            .getBytes(StandardCharsets.UTF_8);
    List<byte[]> pieces = new ArrayList<>();
    for (int at = 0; at < all.length; at += 5) {
      pieces.add(Arrays.copyOfRange(all, at, Math.min(all.length, at + 5)));
    }
    api.streams(pieces);

    assertThat(ask(new Way(new ResponsesForm(), true)))
        .isEqualTo(new Whole(new Words("{\"a\": \"Zürich 🚢\"}"), TALLY));
  }

  @Test
  void returnsCommentsAndUnknownEventsArePassedOver() {
    String events = String.join("", ScriptedAnswer.saying("{}").events(true));
    api.streams(
        (": hello\n\nevent: new\ndata: {\"type\": \"response.brand_new\"}\n\n" + events)
            .replace("\n", "\r\n"));

    assertThat(ask(new Way(new ResponsesForm(), true)))
        .isEqualTo(new Whole(new Words("{}"), TALLY));
  }

  @Test
  void anEventMayLackItsNumberAndStandOnSeveralLines() {
    api.streams(
        """
        data: {"type": "response.completed", "response":
        data:   {"status": "completed", "output": [{"type": "message",
        data:     "content": [{"type": "output_text", "text": "{}"}]}]}}

        """);

    assertThat(ask(new Way(new ResponsesForm(), true)))
        .isEqualTo(new Whole(new Words("{}"), Tally.NONE));
  }

  @Test
  void aLineMayHaveTwoMegabytes() {
    String much = "x".repeat(2 * 1024 * 1024);
    api.streams(ScriptedAnswer.saying(much).events(true).getLast());

    assertThat(ask(new Way(new ResponsesForm(), true)))
        .isEqualTo(new Whole(new Words(much), TALLY));
  }

  @Test
  void anErrorAfterTenPiecesIsAnErrorAllTheSame() {
    List<String> events = ScriptedAnswer.saying("x".repeat(70)).events(true);
    api.streams(
        String.join("", events.subList(0, 12))
            + "event: error\ndata: {\"type\": \"error\", \"code\": \"server_error\"}\n\n");

    assertFault(ask(new Way(new ResponsesForm(), true)), Kind.DOWN, "server_error", true);
  }

  @Test
  void aStreamThatBreaksOffBeforeItsEndIsNoAnswer() {
    List<String> responses = ScriptedAnswer.saying("{}").events(true);
    List<String> chunks = ScriptedAnswer.saying("{}").events(false);
    api.cutsAfter(responses.getFirst());
    api.streams(responses.getFirst());
    api.cutsAfter(chunks.getFirst());
    api.streams(chunks.getFirst());

    for (Form form : List.of(new ResponsesForm(), new ResponsesForm())) {
      assertFault(ask(new Way(form, true)), Kind.DOWN, "cut_off", true);
    }
    for (Form form : List.of(new ChatForm(), new ChatForm())) {
      assertFault(ask(new Way(form, true)), Kind.DOWN, "cut_off", true);
    }
  }

  @Test
  void whatIsNoJsonIsNoAnswer() {
    api.streams("data: {oops\n\n");
    api.refuses(200, "<html></html>");
    api.refuses(200, "{\"error\": \"no such file\"}");
    api.refuses(200, "{}");

    assertFault(ask(new Way(new ChatForm(), true)), Kind.DOWN, "no_json", true);
    assertFault(ask(new Way(new ChatForm(), true)), Kind.DOWN, "no_json", true);
    assertFault(ask(new Way(new ChatForm(), true)), Kind.DOWN, "no_answer", true);
    assertFault(ask(new Way(new ResponsesForm(), false)), Kind.DOWN, "no_answer", true);
  }

  @Test
  void anAnswerInOnePieceIsTakenWhereAStreamWasAskedFor() {
    api.refuses(200, ScriptedAnswer.saying("{}").body(false), "Content-Type: application/json");

    assertThat(ask(new Way(new ChatForm(), true))).isEqualTo(new Whole(new Words("{}"), TALLY));
  }

  @Test
  void onlyTheFinalMessageIsTheAnswer() {
    api.refuses(
        200,
        """
        {"status": "completed", "output": [
          {"type": "message", "phase": "commentary",
           "content": [{"type": "output_text", "text": "Let me see."}]},
          {"type": "message", "phase": "final_answer",
           "content": [{"type": "output_text", "text": "{\\"a\\":"},
                       {"type": "output_text", "text": "1}"}]}]}
        """);

    assertThat(ask(new Way(new ResponsesForm(), false)))
        .isEqualTo(new Whole(new Words("{\"a\":1}"), Tally.NONE));
  }

  @Test
  void thoughtsAreNoAnswer() {
    api.refuses(
        200,
        """
        {"choices": [{"finish_reason": "stop",
          "message": {"content": "", "reasoning": "{}", "reasoning_content": "{}"}}]}
        """);

    assertThat(ask(new Way(new ChatForm(), false))).isEqualTo(new Whole(Words.NONE, Tally.NONE));
  }

  @Test
  void aServerThatLeavesTheTextOutOfTheEndHasStreamedIt() {
    api.streams(
        """
        data: {"type": "response.output_item.added", "item": {"type": "message"}}

        data: {"type": "response.output_text.delta", "delta": "{"}

        data: {"type": "response.output_text.delta", "delta": "}"}

        data: {"type": "response.completed", "response": {"status": "completed", "output": []}}

        """);

    assertThat(ask(new Way(new ResponsesForm(), true)))
        .isEqualTo(new Whole(new Words("{}"), Tally.NONE));
  }

  @Test
  void nobodyWaitsForeverForTheFirstByteNorForTheNext() {
    var brief = new Patience(Duration.ofSeconds(30), Duration.ofMillis(200));
    api.keepsSilent();
    api.keepsSilentAfter(": hello\n\n");

    var way = new Way(new ChatForm(), true);
    assertFault(ask(way, brief), Kind.DOWN, "timeout", true);
    assertFault(ask(way, brief), Kind.DOWN, "timeout", true);
  }

  @Test
  void anAnswerThatOnlyTricklesEndsByItsDeadline() throws Exception {
    api.lingersAfter("");

    Reply reply =
        ask(
            new Way(new ChatForm(), true),
            new Patience(Duration.ofMillis(300), Duration.ofSeconds(30)));
    assertFault(reply, Kind.DOWN, "timeout", true);
    assertThat(api.gone.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoeverIsInterruptedClosesTheCall() throws Exception {
    api.lingersAfter("");
    var outcome = new CompletableFuture<Reply>();
    Thread asking =
        Thread.ofVirtual()
            .start(() -> {
              try {
                outcome.complete(
                    exchange(new Way(new ResponsesForm(), true), Patience.STANDARD)
                        .ask(Providers.ASK));
              } catch (InterruptedException e) {
                outcome.completeExceptionally(e);
              }
            });
    api.requests.take();
    asking.interrupt();

    assertThat(outcome)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(api.gone.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whereNobodyListensThereIsNoConnection() {
    var closed = new ScriptedProvider();
    URI nowhere = closed.base();
    closed.close();

    var manners = Providers.manners(true, Patience.STANDARD);
    assertFault(
        ask(api.exchange(nowhere, new ChatForm(), manners, _ -> {})),
        Kind.DOWN,
        "no_connection",
        true);
  }

  private Reply ask(Way way) {
    return ask(way, Patience.STANDARD);
  }

  private Reply ask(Way way, Patience patience) {
    return ask(exchange(way, patience));
  }

  private static Reply ask(Exchange exchange) {
    try {
      return exchange.ask(Providers.ASK);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Exchange exchange(Way way, Patience patience) {
    return api.exchange(way.form(), Providers.manners(way.stream(), patience), _ -> {});
  }

  private static void assertFault(Reply reply, Kind kind, String code, boolean passing) {
    assertThat(fault(reply)).isEqualTo(new Fault(kind, code, Optional.empty(), passing));
  }

  private static Fault fault(Reply reply) {
    assertThat(reply).isInstanceOf(Failed.class);
    return ((Failed) reply).fault();
  }
}
