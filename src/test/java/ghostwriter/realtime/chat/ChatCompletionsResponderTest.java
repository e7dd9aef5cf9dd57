package ghostwriter.realtime.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Item.Role;
import ghostwriter.realtime.responder.Item.Status;
import ghostwriter.realtime.responder.Piece;
import ghostwriter.realtime.responder.Prompt;
import ghostwriter.realtime.responder.Tool;
import ghostwriter.realtime.responder.WireIds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChatCompletionsResponderTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final ScriptedModel model = new ScriptedModel();
  private final ChatCompletionsResponder responder =
      new ChatCompletionsResponder(
          new ChatModel(model.address(), Optional.of("sk-model"), "a-model", PATIENCE),
          new WireIds(new Random(7)));
  private final List<Piece> pieces = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void wordsArePassedOnAsTheyCome() throws InterruptedException {
    model.stream(
        "{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}",
        "{\"choices\":[{\"delta\":{\"content\":\"Where \"}}]}",
        "{\"choices\":[{\"delta\":{\"content\":\"was it?\"}}]}",
        "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4,\"prompt_tokens_details\":{\"cached_tokens\":3}}}");

    ask(prompt(List.of(said("u", "Hello."))));

    assertThat(pieces)
        .containsExactly(
            new Piece.Text("Where "),
            new Piece.Text("was it?"),
            new Piece.Ended(Piece.Ending.WHOLE, Optional.of(new Piece.Usage(9, 3, 4))));
    assertThat(model.keys.take()).isEqualTo("Bearer sk-model");
  }

  @Test
  void aCallIsPutTogetherFromItsParts() throws InterruptedException {
    model.stream(
        "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"function\":{\"name\":\"note\",\"arguments\":\"\"}}]}}]}",
        "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"a\\\":\"}}]}}]}",
        "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":1,\"id\":\"c2\",\"function\":{\"name\":\"point\",\"arguments\":\"{}\"}}]}}]}",
        "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"1}\"}}]}}]}",
        "{\"choices\":[{\"delta\":{},\"finish_reason\":\"tool_calls\"}]}");

    ask(prompt(List.of(said("u", "Hello."))));

    assertThat(pieces)
        .containsExactly(
            new Piece.CallBegun("c1", "note"),
            new Piece.CallArguments("c1", "{\"a\":"),
            new Piece.CallBegun("c2", "point"),
            new Piece.CallArguments("c2", "{}"),
            new Piece.CallArguments("c1", "1}"),
            Piece.whole());
  }

  @Test
  void wholeCallsUnderOneIndexAndIdsThatAreTooLongAreCopedWith() throws InterruptedException {
    String call =
        "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"%s\",\"function\":{\"name\":\"note\",\"arguments\":\"{}\"}}]}}]}";
    model.stream(
        call.formatted("chatcmpl-tool-0123456789abcdef0123456789abcdef"),
        call.formatted("same"),
        call.formatted("same"),
        "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");

    ask(prompt(List.of(said("u", "Hello."))));

    var ids =
        pieces.stream()
            .filter(Piece.CallBegun.class::isInstance)
            .map(piece -> ((Piece.CallBegun) piece).callId())
            .toList();
    assertThat(ids).hasSize(3).doesNotHaveDuplicates().allMatch(id -> id.length() <= 32);
  }

  @Test
  void theConversationIsTurnedIntoMessages() throws InterruptedException {
    model.stream("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");

    ask(
        prompt(
            List.of(
                Item.typed("s0", Role.SYSTEM, "Earlier."),
                said("u1", "Hello."),
                new Item.FunctionCall("f1", Status.COMPLETED, "note", "c1", "{\"a\":1}"),
                new Item.FunctionCall("f2", Status.COMPLETED, "point", "c2", "{}"),
                new Item.FunctionOutput("o2", "c2", "two"),
                Item.typed("s1", Role.SYSTEM, "TOOL_PROGRESS::{}"),
                new Item.FunctionCall("f3", Status.INCOMPLETE, "note", "c3", "{\"a"),
                Item.typed("a1", Role.ASSISTANT, "Noted."))));

    JsonNode request = model.requests.take();
    assertThat(request.path("messages"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"role":"system","content":"Interview.\\n\\nEarlier."},
                 {"role":"user","content":"Hello."},
                 {"role":"assistant","content":null,"tool_calls":[
                   {"id":"c1","type":"function","function":{"name":"note","arguments":"{\\"a\\":1}"}},
                   {"id":"c2","type":"function","function":{"name":"point","arguments":"{}"}}]},
                 {"role":"tool","tool_call_id":"c1","content":"{\\"status\\":\\"pending\\"}"},
                 {"role":"tool","tool_call_id":"c2","content":"two"},
                 {"role":"user","content":"(Note of the system, not said by the client) TOOL_PROGRESS::{}"},
                 {"role":"assistant","content":"Noted."}]
                """));
    assertThat(request.path("model").asString()).isEqualTo("a-model");
    assertThat(request.path("stream").asBoolean()).isTrue();
    assertThat(request.path("max_tokens").asInt()).isEqualTo(50);
    assertThat(request.path("tools").path(0).path("function").path("name").asString())
        .isEqualTo("note");
  }

  @Test
  void anAnswerThatWasCutOrFilteredSaysSo() throws InterruptedException {
    model.stream("{\"choices\":[{\"delta\":{\"content\":\"so\"},\"finish_reason\":\"length\"}]}");
    model.stream("{\"choices\":[{\"delta\":{},\"finish_reason\":\"content_filter\"}]}");

    ask(prompt(List.of()));
    ask(prompt(List.of()));

    assertThat(pieces)
        .contains(
            new Piece.Ended(Piece.Ending.TOO_LONG, Optional.empty()),
            new Piece.Ended(Piece.Ending.FILTERED, Optional.empty()));
  }

  @Test
  void aRefusalKeepsItsCodeAndNotTheModelsSentence() throws InterruptedException {
    model.refuse(401, "{\"error\":{\"message\":\"secret words\",\"code\":null}}");
    model.refuse(429, "{\"error\":{\"message\":\"x\",\"code\":\"insufficient_quota\"}}");
    model.refuse(429, "busy");
    model.refuse(404, "");
    model.refuse(500, "<html>");
    model.refuse(400, "{\"error\":\"a bare string\"}");
    model.refuse(422, "{\"detail\":\"nope\"}");

    for (int i = 0; i < 7; i++) {
      ask(prompt(List.of(said("u", "secret words"))));
    }

    assertThat(pieces)
        .extracting(piece -> ((Piece.Failed) piece).code())
        .containsExactly(
            "invalid_api_key",
            "insufficient_quota",
            "rate_limit_exceeded",
            "model_not_found",
            "server_error",
            "server_error",
            "server_error");
    assertThat(pieces.toString()).doesNotContain("secret");
  }

  @Test
  void anErrorInTheMiddleOfTheStreamEndsIt() throws InterruptedException {
    model.stream(
        "{\"choices\":[{\"delta\":{\"content\":\"We\"}}]}",
        "{\"error\":{\"message\":\"overloaded\",\"code\":\"server_is_overloaded\"}}");

    ask(prompt(List.of()));

    assertThat(pieces.getLast())
        .isEqualTo(
            new Piece.Failed(
                "server_is_overloaded", "The model refused to answer (server_is_overloaded)."));
  }

  @Test
  void anAnswerThatIsCutOffFails() throws InterruptedException {
    model.cutAfter("data: {\"choices\":[{\"delta\":{\"content\":\"We\"}}]}\n\n");
    model.stream("{\"choices\":[{\"delta\":{\"content\":\"We\"}}]}");

    ask(prompt(List.of()));
    assertThat(pieces.getLast()).isInstanceOf(Piece.Failed.class);

    ask(prompt(List.of()));
    assertThat(pieces.getLast())
        .isEqualTo(new Piece.Failed("server_error", "The model's answer was cut off."));
  }

  @Test
  void aModelThatFallsSilentOrCannotBeReachedFails() throws InterruptedException {
    model.fallSilentAfter("data: {\"choices\":[{\"delta\":{\"content\":\"We\"}}]}\n\n");
    ask(prompt(List.of()));
    assertThat(pieces.getLast())
        .isEqualTo(new Piece.Failed("server_error", "The model did not answer in time."));

    model.close();
    ask(prompt(List.of()));
    assertThat(pieces.getLast())
        .isEqualTo(new Piece.Failed("server_error", "The model cannot be reached."));
  }

  @Test
  void linesMayBreakAnywhereAndEndAnyhow() throws InterruptedException {
    byte[] all =
        (": hello\r\n\r\nevent: x\r\ndata:{\"choices\":[{\"delta\":{\"content\":\"Tromsø 🙂\"}}]}\r\n\r\n"
                + "data: not json\n\ndata: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]")
            .getBytes(StandardCharsets.UTF_8);
    model.play(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      for (byte one : all) {
        exchange.getResponseBody().write(one);
        exchange.getResponseBody().flush();
      }
    });

    ask(prompt(List.of()));

    assertThat(pieces).containsExactly(new Piece.Text("Tromsø 🙂"), Piece.whole());
  }

  @Test
  void anInterruptHangsUp() throws InterruptedException {
    model.hangAfter("data: {\"choices\":[{\"delta\":{\"content\":\"We\"}}]}\n\n");
    var begun = new CountDownLatch(1);
    Thread asking =
        Thread.ofVirtual()
            .start(() -> {
              try {
                responder.respond(prompt(List.of()), _ -> begun.countDown());
              } catch (InterruptedException asked) {
                pieces.add(new Piece.Text("interrupted"));
              }
            });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    asking.interrupt();

    assertThat(model.hangsUp.await(10, TimeUnit.SECONDS)).isTrue();
    asking.join();
    assertThat(pieces).containsExactly(new Piece.Text("interrupted"));
  }

  private void ask(Prompt prompt) throws InterruptedException {
    responder.respond(prompt, pieces::add);
  }

  private static Item said(String id, String text) {
    return Item.typed(id, Role.USER, text);
  }

  private static Prompt prompt(List<Item> items) {
    return new Prompt(
        "session-model",
        "Interview.",
        List.of(new Tool("note", "Keeps a note.", JSON.readTree("{\"type\":\"object\"}"))),
        JSON.readTree("\"auto\""),
        items,
        OptionalInt.of(50));
  }
}
