package ghostwriter.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.openai.Fault.Kind;
import ghostwriter.drafting.openai.Reply.Failed;
import ghostwriter.drafting.openai.Reply.Whole;
import ghostwriter.testing.SteppingClock;
import ghostwriter.vocabulary.Words;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/// Answers that a provider makes in the background and that are fetched from it later.
class BackgroundTest {
  private static final Ask ASK =
      new Ask(
          new Words("the rules"),
          new Words("the task"),
          JsonNodeFactory.instance.objectNode(),
          "gw:1",
          900);

  private final ScriptedProvider api = new ScriptedProvider();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    api.close();
    http.close();
  }

  @Test
  void anAnswerIsFetchedOnceItIsThere() throws Exception {
    standing("queued").standing("in_progress");
    api.refuses(200, ScriptedAnswer.saying("{}").body(true));

    assertThat(exchange(_ -> {}).ask(ASK)).isInstanceOf(Whole.class);
    assertThat(api.requests.take().body().path("background").asBoolean()).isTrue();
    assertThat(paths()).containsExactly("/v1/responses/resp_7", "/v1/responses/resp_7");
  }

  @Test
  void aProviderThatRestartsBetweenTwoLooksGoesOnWithIt() throws Exception {
    standing("queued");
    api.refuses(503, "").refuses(502, "<html>");
    api.refuses(200, ScriptedAnswer.saying("{}").body(true));

    assertThat(exchange(_ -> {}).ask(ASK)).isInstanceOf(Whole.class);
  }

  @Test
  void whatTheProviderHasForgottenIsAskedForAgain() throws Exception {
    standing("queued");
    api.refuses(404, "{}");
    standing("queued");
    api.refuses(200, ScriptedAnswer.saying("{}").body(true));
    var tries = new Tries(exchange(_ -> {}), _ -> {}, new Random(7));

    assertThat(tries.ask(ASK).reply()).isInstanceOf(Whole.class);
    assertThat(api.requests.take().path()).isEqualTo("/v1/responses");
    assertThat(paths())
        .containsExactly("/v1/responses/resp_7", "/v1/responses", "/v1/responses/resp_7");
  }

  @Test
  void anAnswerThatFailedOnItsWayHasFailed() throws Exception {
    standing("queued");
    api.refuses(200, ScriptedAnswer.saying("").ending("server_error").body(true));

    assertThat(exchange(_ -> {}).ask(ASK))
        .isEqualTo(new Failed(new Fault(Kind.DOWN, "server_error", Optional.empty(), true)));
  }

  @Test
  void whoeverStopsWaitingTellsTheProvider() throws Exception {
    standing("queued");
    var waiting = new CountDownLatch(1);
    var outcome = new CompletableFuture<Boolean>();
    Thread asking =
        Thread.ofVirtual()
            .start(() -> {
              try {
                exchange(
                        _ -> {
                          waiting.countDown();
                          new CountDownLatch(1).await();
                        })
                    .ask(ASK);
              } catch (InterruptedException e) {
                outcome.complete(true);
              }
            });
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
    api.refuses(200, "{}");
    asking.interrupt();

    assertThat(outcome.get(10, TimeUnit.SECONDS)).isTrue();
    api.requests.take();
    assertThat(api.requests.take().path()).isEqualTo("/v1/responses/resp_7/cancel");
  }

  private BackgroundTest standing(String status) {
    api.refuses(200, "{\"id\": \"resp_7\", \"status\": \"" + status + "\"}");
    return this;
  }

  private List<String> paths() {
    List<ScriptedProvider.Request> rest = new ArrayList<>();
    api.requests.drainTo(rest);
    return rest.stream().map(ScriptedProvider.Request::path).toList();
  }

  private Exchange exchange(Tries.Pause pause) {
    var provider =
        new Provider(
            api.base(), Optional.of("sk"), "m", new ResponsesForm(), Providers.background());
    return new Exchange(http, provider, new SteppingClock(), pause);
  }
}
