package ghostwriter.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Edit;
import ghostwriter.drafting.Answer;
import ghostwriter.drafting.Answer.Busy;
import ghostwriter.drafting.Answer.Drafted;
import ghostwriter.drafting.Answer.Incomplete;
import ghostwriter.drafting.Answer.Malformed;
import ghostwriter.drafting.Answer.OutOfCredit;
import ghostwriter.drafting.Answer.Refused;
import ghostwriter.drafting.Answer.Rejected;
import ghostwriter.drafting.Answer.Rejected.Ground;
import ghostwriter.drafting.Answer.Unreachable;
import ghostwriter.drafting.Stopped;
import ghostwriter.drafting.prompt.DraftingPrompt;
import ghostwriter.drafting.prompt.Replies;
import ghostwriter.drafting.prompt.Salt;
import ghostwriter.testing.SteppingClock;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.Words;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the drafter makes of a provider that answers well, badly, late or not at all.
class LanguageModelTest {
  private static final String GOOD =
      Replies.inserting("s1", "My father went for salt by boat.", "t1");
  private static final String UNKNOWN_TURN =
      Replies.inserting("s1", "My father went for salt by boat.", "t99");
  private static final String BUSY =
      ScriptedProvider.error("rate_limit_error", "rate_limit_exceeded");
  private static final String NO_CREDIT =
      ScriptedProvider.error("insufficient_quota", "credit_balance_exhausted");
  private static final String NO_KEY =
      ScriptedProvider.error("invalid_request_error", "invalid_api_key");

  private final SteppingClock clock = new SteppingClock();
  private final ScriptedProvider api = new ScriptedProvider();
  private final ScriptedProvider other = new ScriptedProvider();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Duration> waits = new ArrayList<>();
  private final LanguageModel alone =
      new LanguageModel(scribe(api, "gpt-6-luna", new ResponsesForm()), Optional.empty());
  private final LanguageModel withOther =
      new LanguageModel(
          scribe(api, "gpt-6-luna", new ResponsesForm()),
          Optional.of(scribe(other, "at-home", new ChatForm())));

  @AfterEach
  void close() {
    api.close();
    other.close();
    http.close();
  }

  @Test
  void anAnswerBecomesADraftWithWhatItCost() {
    api.says(GOOD);

    Drafted drafted = (Drafted) alone.draft(Salt.brief());
    assertThat(drafted.edits()).singleElement().isInstanceOf(Edit.Insert.class);
    assertThat(drafted.raw()).isEqualTo(new Words(GOOD));
    assertThat(drafted.summary().text()).isEqualTo("I wrote it down.");
    assertThat(drafted.usage().model()).isEqualTo("gpt-6-luna");
    assertThat(drafted.usage().inputTokens()).isEqualTo(4_000);
    assertThat(drafted.usage().cachedTokens()).isEqualTo(1_000);
    assertThat(drafted.usage().calls()).isEqualTo(1);
    // 2,500 × 0.10 + 1,000 × 0.01 + 500 × 0.125 + 200 × 0.50, a millionth each
    assertThat(drafted.usage().cost()).isEqualByComparingTo("0.000423");
  }

  @Test
  void whoeverIsStoppedTellsWhatWasSent() throws Exception {
    api.refuses(200, ScriptedAnswer.saying("no object").body(true)).lingersAfter("");
    var outcome = new CompletableFuture<Answer>();
    Thread drafting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                outcome.complete(alone.draft(Salt.brief()));
              } catch (Stopped stopped) {
                outcome.complete(new Answer.Unreachable(stopped.usage()));
              }
            });
    api.requests.take();
    api.requests.take();
    drafting.interrupt();

    Answer.Usage usage = outcome.get(10, TimeUnit.SECONDS).usage();
    int sent = DraftingPrompt.of(Salt.brief(), DraftingPrompt.BUDGET).tokens();
    assertThat(usage.calls()).isEqualTo(2);
    assertThat(usage.inputTokens()).as("what the first took is told").isGreaterThan(4_000 + sent);
    assertThat(usage.cost()).isGreaterThan(new BigDecimal("0.000423"));
  }

  @Test
  void whereNothingWasSaidNobodyIsAskedAndNothingPaid() {
    Answer answer =
        alone.draft(Salt.brief().with(List.of(Salt.brief().sections().get(1).with(List.of()))));

    assertThat(((Drafted) answer).questions())
        .containsExactly(new Answer.Question(Salt.TRADE, new Words("How was it sold?")));
    assertThat(answer.usage().cost()).isEqualTo(BigDecimal.ZERO);
    assertThat(api.requests).isEmpty();
  }

  @Test
  void aSectionThatStaysEmptyIsAskedAboutOnceWhateverTheModelAsks() {
    api.says(GOOD);

    Drafted drafted = (Drafted) alone.draft(Salt.brief());
    // The sea is empty too, but a question about it is on the list already.
    assertThat(drafted.questions())
        .containsExactly(new Answer.Question(Salt.TRADE, new Words("How was it sold?")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "I am sorry.", "{\"sections\": {}}", "{\"sections\": [{\"id\": \"s9\"}]}"})
  void aReplyOfNoUseIsAskedForOnceMore(String useless) throws Exception {
    api.says(useless);
    api.says(GOOD);

    Answer answer = alone.draft(Salt.brief());
    assertThat(answer).isInstanceOf(Drafted.class);
    assertThat(answer.usage().calls()).isEqualTo(2);
    assertThat(answer.usage().outputTokens()).isEqualTo(400);
    String first = input();
    assertThat(input()).startsWith(first).contains("A reply to this was given already");
  }

  @Test
  void theFaultIsNamedAndASecondOneIsTheEnd() throws Exception {
    api.says(UNKNOWN_TURN);
    api.says(UNKNOWN_TURN);

    Answer answer = alone.draft(Salt.brief());
    assertThat(answer)
        .isInstanceOfSatisfying(
            Malformed.class,
            it ->
                assertThat(it.fault()).isEqualTo("t99 is no turn of the evidence of section s1."));
    assertThat(answer.usage().calls()).isEqualTo(2);
    api.requests.take();
    assertThat(input()).contains("t99 is no turn of the evidence of section s1.");
  }

  @Test
  void anAnswerThatBrokeOffIsAskedForShorter() throws Exception {
    api.answers(ScriptedAnswer.saying("{\"sections\": [").ending("max_output_tokens"));
    api.says(GOOD);

    assertThat(alone.draft(Salt.brief())).isInstanceOf(Drafted.class);
    api.requests.take();
    assertThat(input()).contains("write less");
  }

  @Test
  void anAnswerThatAFilterCutIsNotAskedForAgain() {
    api.answers(ScriptedAnswer.saying("{").ending("content_filter"));

    assertThat(alone.draft(Salt.brief()))
        .isInstanceOfSatisfying(Incomplete.class, it -> assertThat(it.filtered()).isTrue());
  }

  @Test
  void aRefusalIsFinalAndItsWordsAreKept() {
    api.answers(ScriptedAnswer.declining("I cannot help with that."));

    Answer answer = alone.draft(Salt.brief());
    assertThat(((Refused) answer).reason().text()).isEqualTo("I cannot help with that.");
    assertThat(answer.usage().inputTokens()).isEqualTo(4_000);
  }

  @Test
  void whatPassesIsTriedThreeTimesEverLater() {
    api.refuses(503, "").refuses(500, "").says(GOOD);

    Answer answer = alone.draft(Salt.brief());
    assertThat(answer).isInstanceOf(Drafted.class);
    assertThat(answer.usage().calls()).isEqualTo(3);
    assertThat(waits).hasSize(2);
    assertThat(waits.getFirst()).isBetween(Duration.ofMillis(375), Duration.ofMillis(500));
    assertThat(waits.getLast()).isBetween(Duration.ofMillis(750), Duration.ofMillis(1_000));
  }

  @Test
  void theThirdFailureInARowIsTheAnswer() {
    api.refuses(500, "").refuses(500, "").refuses(500, "");

    assertThat(alone.draft(Salt.brief())).isInstanceOf(Unreachable.class);
    assertThat(api.requests).hasSize(3);
  }

  @Test
  void aWaitThatIsAskedForIsKeptToUpToAMinute() {
    api.refuses(429, BUSY, "retry-after: 60").refuses(429, BUSY, "retry-after-ms: 120").says(GOOD);

    assertThat(alone.draft(Salt.brief())).isInstanceOf(Drafted.class);
    assertThat(waits).containsExactly(Duration.ofSeconds(60), Duration.ofMillis(120));
  }

  @Test
  void aLongerWaitIsLeftToTheQueue() {
    api.refuses(429, BUSY, "retry-after: 61");

    assertThat(alone.draft(Salt.brief()))
        .isInstanceOfSatisfying(
            Busy.class, busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(61)));
    assertThat(waits).isEmpty();
  }

  @Test
  void anEmptyAccountIsNotTriedAgainAndKeepsTheDoorClosed() {
    api.refuses(429, NO_CREDIT, "retry-after: 1");
    assertThat(alone.draft(Salt.brief())).isInstanceOf(OutOfCredit.class);
    assertThat(alone.draft(Salt.brief())).isInstanceOf(OutOfCredit.class);
    assertThat(api.requests).hasSize(1);

    clock.advance(Breaker.NO_CREDIT);
    api.says(GOOD);
    assertThat(alone.draft(Salt.brief())).isInstanceOf(Drafted.class);
  }

  @Test
  void aWrongKeyAWrongModelAndTooMuchAreToldApart() {
    api.refuses(401, NO_KEY);
    assertRejected(Ground.KEY, "invalid_api_key");
    clock.advance(Breaker.NO_ENTRY);
    api.refuses(404, ScriptedProvider.error("invalid_request_error", "model_not_found"));
    assertRejected(Ground.MODEL, "model_not_found");
    clock.advance(Breaker.NO_ENTRY);
    api.refuses(400, ScriptedProvider.error("invalid_request_error", "context_length_exceeded"));
    assertRejected(Ground.TOO_LONG, "context_length_exceeded");
    api.refuses(422, "{\"detail\": []}");
    assertRejected(Ground.REQUEST, "");
    assertThat(waits).isEmpty();
  }

  @Test
  void afterThreeLostDraftsNobodyAsksForAWhileThenOneDoes() {
    for (int call = 0; call < Breaker.LIMIT * Tries.MAX; call++) {
      api.refuses(500, "");
    }
    for (int draft = 0; draft < Breaker.LIMIT; draft++) {
      assertThat(alone.draft(Salt.brief())).isInstanceOf(Unreachable.class);
    }
    assertThat(alone.draft(Salt.brief())).isInstanceOf(Unreachable.class);
    assertThat(api.requests).hasSize(Breaker.LIMIT * Tries.MAX);

    clock.advance(Breaker.DOWN);
    api.says(GOOD).says(GOOD);
    assertThat(alone.draft(Salt.brief())).isInstanceOf(Drafted.class);
    assertThat(alone.draft(Salt.brief())).isInstanceOf(Drafted.class);
  }

  @Test
  void theOtherModelTakesOverWhereTheFirstIsDown() {
    api.refuses(401, NO_KEY);
    other.says(GOOD);

    Answer answer = withOther.draft(Salt.brief());
    assertThat(answer).isInstanceOf(Drafted.class);
    assertThat(answer.usage().model()).isEqualTo("at-home");
    assertThat(other.requests.remove().path()).isEqualTo("/v1/chat/completions");
  }

  @Test
  void theOtherModelIsNotAskedWhatTheFirstRefused() {
    api.answers(ScriptedAnswer.declining("No."));

    assertThat(withOther.draft(Salt.brief())).isInstanceOf(Refused.class);
    assertThat(other.requests).isEmpty();
  }

  @Test
  void whereBothAreDownWhatPassesCounts() {
    api.refuses(500, "", "x-should-retry: false");
    other.refuses(401, NO_KEY);

    assertThat(withOther.draft(Salt.brief())).isInstanceOf(Unreachable.class);
  }

  @Test
  void aModelWithoutAPriceCostsNobodyKnowsWhat() {
    api.refuses(401, NO_KEY);
    other.answers(ScriptedAnswer.saying(GOOD).using(100, 0, null, 9));

    Answer answer = withOther.draft(Salt.brief());
    assertThat(answer.usage().cost()).isNull();
    assertThat(answer.usage().inputTokens()).isEqualTo(100);
  }

  private void assertRejected(Ground ground, String code) {
    assertThat(alone.draft(Salt.brief()))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.ground()).isEqualTo(ground);
              assertThat(rejected.code()).isEqualTo(code);
            });
  }

  private String input() throws InterruptedException {
    return api.requests.take().body().at("/input/0/content").asString();
  }

  private Scribe scribe(ScriptedProvider provider, String model, Form form) {
    var address =
        new Provider(
            provider.base(),
            Optional.of("sk"),
            model,
            form,
            Providers.manners(true, Patience.STANDARD));
    var tries =
        new Tries(new Exchange(http, address, clock, waits::add), waits::add, new Random(7));
    return new Scribe(
        address, tries, new Breaker(clock), new Prices().of(model), new Ids(clock), clock);
  }
}
