package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Role;
import ghostwriter.drafting.WorkerLoop;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.WorkerId;
import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.Caller.Answer;
import ghostwriter.testing.RunningServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The operator's routes to the queue, on a server whose own worker does not work.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueTest {
  private final RunningServer server = RunningServer.start();
  private final Caller operator = server.operator();
  private final WorkerId worker = new WorkerId(UUID.randomUUID());
  private Book book = Book.on(server);

  @BeforeEach
  void aBookAndNoWorker() {
    server.bean(WorkerLoop.class).stop();
    server.bean(DraftQueue.class).beat(worker);
    operator
        .get("/api/queue?status=queued")
        .json()
        .path("jobs")
        .forEach(job -> post(job.path("id").asString(), "cancel"));
    book = Book.on(server);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void everyJobIsListedWithItsBook() {
    String job = asked("low", "The harbour.");

    JsonNode queue = operator.get("/api/queue?status=queued").json();

    JsonNode listed = queue.path("jobs").path(0);
    assertThat(listed.path("id").asString()).isEqualTo(job);
    assertThat(listed.path("summary").asString()).isEqualTo("The harbour.");
    assertThat(listed.path("projectId").asString()).isEqualTo(book.id().toString());
    assertThat(listed.path("projectTitle").asString()).isEqualTo("A book");
    assertThat(queue.path("counts").path("queued").asLong()).isEqualTo(1);
    assertThat(queue.path("oldestQueuedAt").asString())
        .isEqualTo(listed.path("createdAt").asString());
    assertThat(queue.path("longTransactions").isArray()).isTrue();
  }

  @Test
  void oneJobIsShownWithAllThatIsKnownOfIt() {
    String job = asked("low", "The harbour.");

    JsonNode shown = operator.get("/api/queue/jobs/" + job).json();

    assertThat(shown.path("status").asString()).isEqualTo("queued");
    assertThat(shown.path("projectTitle").asString()).isEqualTo("A book");
    assertThat(shown.path("request").path("summary").asString()).isEqualTo("The harbour.");
    assertThat(shown.path("request").path("messagePointers").isArray()).isTrue();
    assertThat(shown.path("request").path("promptContext").isObject()).isTrue();
    assertThat(shown.path("due").asString()).isNotEmpty();
    assertThat(shown.path("worker").isNull()).isTrue();
    assertThat(shown.path("epoch").asInt()).isZero();
  }

  @Test
  void aDrainTellsHowManyMayStart() {
    asked("low", "");

    assertThat(operator.post("/api/queue/drain", "").json().path("released").asInt()).isEqualTo(1);
    assertThat(server.bean(DraftQueue.class).due()).isEqualTo(1);
  }

  @Test
  void aCancelledDraftClearsTheBadgeAndCanBeAskedForAgain() {
    String job = asked("low", "The harbour.");

    assertThat(post(job, "cancel").json().path("status").asString()).isEqualTo("cancelled");
    assertThat(latest()).isEqualTo("cancelled");

    Answer again = post(job, "retry");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().path("id").asString()).isNotEqualTo(job);
    assertThat(again.json().path("urgency").asString()).isEqualTo("high");
    assertThat(latest()).isEqualTo("queued");
  }

  @Test
  void anAuthorHasARefinementThatFailedDoneAgain() {
    Caller author = server.browserOf(Role.AUTHOR, book.id());
    String path = book.path() + "/document/sections/" + book.section() + "/refine";
    String job =
        author.post(path, "{\"instruction\": \"Shorter.\"}").json().at("/job/id").asString();
    DraftJob running = claim();
    assertThat(again(author, book, job).detail()).contains("on its way already");
    giveUp(running);

    Answer again = again(author, book, job);

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().path("kind").asString()).isEqualTo("refine");
    assertThat(again.json().path("id").asString()).isNotEqualTo(job);
    assertThat(claim().promptContext()).isEqualTo(running.promptContext());
  }

  @Test
  void nobodyHasAJobOfAnotherProjectDoneAgain() {
    String job = asked("low", "The harbour.");
    post(job, "cancel");
    Book other = Book.on(server);

    Answer refused = again(server.browserOf(Role.AUTHOR, other.id()), other, job);

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.detail()).contains("no such job");
  }

  @Test
  void whatCannotBeDoneIsSaidInASentence() {
    String job = asked("high", "");
    assertThat(refused(job, "retry")).contains("still waits");
    DraftJob running = claim();
    assertThat(refused(job, "retry")).contains("at work");
    giveUp(running);
    assertThat(refused(job, "cancel")).contains("has failed already");

    String unknown = UUID.randomUUID().toString();
    assertThat(post(unknown, "cancel").status()).isEqualTo(404);
    assertThat(post(unknown, "retry").detail()).contains("no such job");
    assertThat(operator.get("/api/queue/jobs/" + unknown).status()).isEqualTo(404);
    assertThat(operator.get("/api/queue/jobs/harbour").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status=late", "limit=0", "limit=201", "limit=many"})
  void aQuestionThatMakesNoSenseIsRefused(String query) {
    Answer answer = operator.get("/api/queue?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).endsWith(".");
  }

  private String asked(String urgency, String summary) {
    String form = "{\"urgency\": \"%s\", \"summary\": \"%s\"}".formatted(urgency, summary);
    return operator.post(book.path() + "/jobs", form).json().at("/job/id").asString();
  }

  private static Answer again(Caller caller, Book book, String job) {
    return caller.post(book.path() + "/jobs/" + job + "/retry", "");
  }

  private void giveUp(DraftJob job) {
    server.inTransaction(() -> {
      server.bean(DraftQueue.class).giveUp(job, "The model refused the request.");
      return true;
    });
  }

  private Answer post(String job, String verb) {
    return operator.post("/api/queue/jobs/" + job + "/" + verb, "");
  }

  private String refused(String job, String verb) {
    Answer answer = post(job, verb);
    assertThat(answer.status()).isEqualTo(409);
    return answer.detail();
  }

  private DraftJob claim() {
    List<DraftJob> claimed =
        server.inTransaction(() -> server.bean(DraftQueue.class).claim(worker, 1));
    return claimed.getFirst();
  }

  private String latest() {
    return operator.get(book.path()).json().at("/latestJob/status").asString();
  }
}
