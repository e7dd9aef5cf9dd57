package ghostwriter.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.openai.Fault.Kind;
import ghostwriter.drafting.openai.Reply.Failed;
import ghostwriter.drafting.openai.Reply.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Answers that a provider makes in the background and that are fetched from it later.
class BackgroundTest {
  private final ScriptedProvider api = new ScriptedProvider();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void anAnswerIsFetchedOnceItIsThere() throws Exception {
    standing("queued").standing("in_progress");
    api.refuses(200, ScriptedAnswer.saying("{}").body(true));

    assertThat(exchange(_ -> {}).ask(Providers.ASK)).isInstanceOf(Whole.class);
    assertThat(api.requests.take().body().path("background").asBoolean()).isTrue();
    assertThat(paths()).containsExactly("/v1/responses/resp_7", "/v1/responses/resp_7");
  }

  @Test
  void aProviderThatRestartsBetweenTwoLooksGoesOnWithIt() throws Exception {
    standing("queued");
    api.refuses(503, "").refuses(502, "<html>");
    api.refuses(200, ScriptedAnswer.saying("{}").body(true));

    assertThat(exchange(_ -> {}).ask(Providers.ASK)).isInstanceOf(Whole.class);
  }

  @Test
  void whatTheProviderHasForgottenIsAskedForAgain() throws Exception {
    standing("queued");
    api.refuses(404, "{}");
    standing("queued");
    api.refuses(200, ScriptedAnswer.saying("{}").body(true));
    var tries = new Tries(exchange(_ -> {}), _ -> {}, new Random(7));

    assertThat(tries.ask(Providers.ASK).reply()).isInstanceOf(Whole.class);
    assertThat(api.requests.take().path()).isEqualTo("/v1/responses");
    assertThat(paths())
        .containsExactly("/v1/responses/resp_7", "/v1/responses", "/v1/responses/resp_7");
  }

  @Test
  void anAnswerThatFailedOnItsWayHasFailed() throws Exception {
    standing("queued");
    api.refuses(200, ScriptedAnswer.saying("").ending("server_error").body(true));

    assertThat(exchange(_ -> {}).ask(Providers.ASK))
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
                    .ask(Providers.ASK);
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
    return api.exchange(new ResponsesForm(), Providers.background(), pause);
  }
}
